import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Runtime } from '../runtime/create-runtime.ts';
import { Refusal } from '../runtime/refusal.ts';
import { keyText } from './answer.ts';
import { itemsOfCall, key, readBody, readItem } from './input.ts';
import { completionInput, completionOf } from './job-completion.ts';
import { problemOf } from './problem.ts';
import { submitEach } from './submit.ts';

const body = z.strictObject({ jobs: itemsOfCall });
const item = z.strictObject({ jobKey: key, ...completionInput.shape });

/** Completes many jobs, of one instance or of several, each for itself: one that is refused has its problem in its place of the answer. */
export const bulkCompletionHandler =
  (runtime: Runtime): RequestHandler =>
  async (request, response) => {
    const jobs = readBody(request, body).jobs.map((each) => readItem(each, item));
    const tasks = jobs.map((job) => (job instanceof Refusal ? job : completionOf(job.jobKey, job)));
    const outcomes = await submitEach(runtime, request, tasks);
    response.json({
      items: outcomes.map(({ refusal }, index) => {
        const job = jobs[index];
        return {
          // What is no key, or none that we gave out, is not said again.
          jobKey: job === undefined || job instanceof Refusal || job.jobKey === 0 ? null : keyText(job.jobKey),
          error: refusal === null ? null : problemOf(request, refusal),
        };
      }),
    });
  };
