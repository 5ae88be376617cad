import { Router } from 'express';
import { decisionRequirementsPlan } from '../store/searches/decision-requirements-plan.ts';
import { findResource } from '../store/searches/find-resource.ts';
import { findRow } from '../store/searches/find-row.ts';
import { runSearch } from '../store/searches/run-search.ts';
import type { DecisionRequirementsRow } from '../store/tables/decision-requirements.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { decisionRequirementsAnswer } from './decision-answer.ts';
import { pathKey } from './input.ts';
import { readSearch, searchAnswer } from './search/read-search.ts';

/** Deployed DMN files: search, read, source. */
export const decisionRequirementsRoutes = ({ database }: Runtime): Router => {
  const router = Router();

  router.post('/search', async (request, response) => {
    const search = readSearch(request.body, { plan: decisionRequirementsPlan });
    const result = await runSearch(database, decisionRequirementsPlan, search);
    response.json(searchAnswer(result, decisionRequirementsAnswer));
  });

  const find = async (requirementsKey: number): Promise<DecisionRequirementsRow> => {
    const row = await findRow<DecisionRequirementsRow>(database, 'decision_requirements', requirementsKey);
    if (row === null) throw new Refusal('NOT_FOUND', `Decision requirements with key '${requirementsKey}' not found`);
    return row;
  };

  router.get('/:decisionRequirementsKey', async (request, response) => {
    response.json(decisionRequirementsAnswer(await find(pathKey(request, 'decisionRequirementsKey'))));
  });

  router.get('/:decisionRequirementsKey/xml', async (request, response) => {
    const row = await find(pathKey(request, 'decisionRequirementsKey'));
    response.type('text/xml').send((await findResource(database, row.resource_key))?.content ?? '');
  });
  return router;
};
