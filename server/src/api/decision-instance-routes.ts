import { Router } from 'express';
import { z } from 'zod';
import { decisionInstancePlan } from '../store/searches/decision-instance-plan.ts';
import { findDecisionInstance } from '../store/searches/find-decision-instances.ts';
import { runSearch } from '../store/searches/run-search.ts';
import { deleteEvaluationTask } from '../runtime/decisions/decision-tasks.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { decisionInstanceAnswer, decisionInstanceDetails } from './decision-answer.ts';
import { operationReference, pathKey, readBody } from './input.ts';
import { readSearch, searchAnswer } from './search/read-search.ts';
import { submit } from './submit.ts';

const deletion = z.strictObject({ operationReference });

/** What was decided: search, read, erase. */
export const decisionInstanceRoutes = (runtime: Runtime): Router => {
  const { database } = runtime;
  const router = Router();

  router.post('/search', async (request, response) => {
    const search = readSearch(request.body, { plan: decisionInstancePlan });
    response.json(searchAnswer(await runSearch(database, decisionInstancePlan, search), decisionInstanceAnswer));
  });

  router.get('/:decisionEvaluationInstanceKey', async (request, response) => {
    const id = request.params.decisionEvaluationInstanceKey;
    if (!/^\d{1,20}-\d{1,10}$/.test(id)) {
      throw new Refusal(
        'INVALID_ARGUMENT',
        `The value for decisionEvaluationInstanceKey is '${id}', but it must be an evaluation key and a place, such as "1000000001-1".`,
      );
    }
    const row = await findDecisionInstance(database, id);
    if (row === null) throw new Refusal('NOT_FOUND', `Decision instance with key '${id}' not found`);
    response.json(decisionInstanceDetails(row));
  });

  router.post('/:decisionEvaluationKey/deletion', async (request, response) => {
    readBody(request, deletion);
    await submit(runtime, request, deleteEvaluationTask(pathKey(request, 'decisionEvaluationKey')));
    response.status(204).end();
  });
  return router;
};
