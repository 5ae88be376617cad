import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Runtime } from '../runtime/create-runtime.ts';
import { Refusal } from '../runtime/refusal.ts';
import { keyText } from './answer.ts';
import { itemsOfCall, readBody, readItem } from './input.ts';
import { problemOf } from './problem.ts';
import { instanceInput, processInput, processOf, startOf } from './start-input.ts';
import { submitEach } from './submit.ts';

const body = z.strictObject({ ...processInput.shape, instances: itemsOfCall });

/**
 * Starts many instances of one process. Each stands for itself: one that is refused has its problem in its place of the answer, and the others
 * start. They are decided and committed together, which is what makes this cheaper than a call for each.
 */
export const bulkStartHandler =
  (runtime: Runtime): RequestHandler =>
  async (request, response) => {
    const input = readBody(request, body);
    const process = processOf(input);
    const tasks = input.instances.map((each) => {
      const instance = readItem(each, instanceInput);
      return instance instanceof Refusal ? instance : startOf(process, instance);
    });
    const outcomes = await submitEach(runtime, request, tasks);
    response.json({
      items: outcomes.map(({ answer, refusal }) =>
        refusal === null
          ? { processInstanceKey: keyText(answer.processInstanceKey), error: null }
          : { processInstanceKey: null, error: problemOf(request, refusal) },
      ),
    });
  };
