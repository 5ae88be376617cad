import { Router } from 'express';
import { findRow } from '../store/searches/find-row.ts';
import { runSearch } from '../store/searches/run-search.ts';
import { variablePlan } from '../store/searches/variable-plan.ts';
import type { VariableRow } from '../store/tables/variables.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { pathKey } from './input.ts';
import { readSearch, searchAnswer } from './search/read-search.ts';
import { fullVariable, shownVariable } from './variable-answer.ts';

/** Variables: search by exact scope, read one. */
export const variableRoutes = ({ database }: Runtime): Router => {
  const router = Router();

  router.post('/search', async (request, response) => {
    const result = await runSearch(database, variablePlan, readSearch(request.body, { plan: variablePlan }));
    response.json(searchAnswer(result, shownVariable(request.query['truncateValues'] !== 'false')));
  });

  router.get('/:variableKey', async (request, response) => {
    const key = pathKey(request, 'variableKey');
    const row = await findRow<VariableRow>(database, 'variables', key);
    if (row === null) throw new Refusal('NOT_FOUND', `Variable with key '${key}' not found`);
    response.json(fullVariable(row));
  });
  return router;
};
