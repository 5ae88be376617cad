import { Router } from 'express';
import { z } from 'zod';
import { evaluateConditionsTask } from '../runtime/conditional-starts.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { keyText, tenantId as defaultTenant } from './answer.ts';
import { key, readBody, tenantId, variables } from './input.ts';
import { submit } from './submit.ts';

const body = z.strictObject({ variables, processDefinitionKey: key.nullish(), tenantId });

/** Conditional start events: they are asked with variables, and every one whose condition holds starts its process. */
export const conditionalRoutes = (runtime: Runtime): Router => {
  const router = Router();
  router.post('/evaluation', async (request, response) => {
    const input = readBody(request, body);
    const task = evaluateConditionsTask(input.variables, input.processDefinitionKey ?? null);
    const answer = await submit(runtime, request, task);
    response.json({
      conditionalEvaluationKey: keyText(answer.evaluationKey),
      tenantId: defaultTenant,
      processInstances: answer.started.map((each) => ({
        processDefinitionKey: keyText(each.definitionKey),
        processInstanceKey: keyText(each.processInstanceKey),
      })),
    });
  });
  return router;
};
