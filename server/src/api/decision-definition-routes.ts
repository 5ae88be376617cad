import { Router } from 'express';
import { z } from 'zod';
import { decisionDefinitionPlan } from '../store/searches/decision-definition-plan.ts';
import { findResource } from '../store/searches/find-resource.ts';
import { findRow } from '../store/searches/find-row.ts';
import { runSearch } from '../store/searches/run-search.ts';
import type { DecisionDefinitionRow } from '../store/tables/decision-definitions.ts';
import type { DecisionRequirementsRow } from '../store/tables/decision-requirements.ts';
import { evaluateTask } from '../runtime/decisions/decision-tasks.ts';
import type { WantedDecision } from '../runtime/decisions/decision-tasks.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { decisionDefinitionAnswer, evaluationAnswer } from './decision-answer.ts';
import { key, operationReference, pathKey, readBody, tenantId, text, variables } from './input.ts';
import { readSearch, searchAnswer } from './search/read-search.ts';
import { submit } from './submit.ts';

const evaluation = z.strictObject({
  decisionDefinitionId: text().min(1).nullish(),
  decisionDefinitionKey: key.nullish(),
  variables: variables.nullish(),
  tenantId,
  operationReference,
});

const wantedBy = ({ decisionDefinitionId, decisionDefinitionKey }: z.output<typeof evaluation>): WantedDecision => {
  const hasId = decisionDefinitionId !== undefined && decisionDefinitionId !== null;
  const hasKey = decisionDefinitionKey !== undefined && decisionDefinitionKey !== null;
  if (hasId && !hasKey) return { id: decisionDefinitionId };
  if (hasKey && !hasId) return { key: decisionDefinitionKey };
  throw new Refusal(
    'INVALID_ARGUMENT',
    `Expected one of decisionDefinitionId and decisionDefinitionKey, found ${hasId ? 'both' : 'neither'}. Send one of them.`,
  );
};

/** Deployed decisions: search, read, source, evaluate. */
export const decisionDefinitionRoutes = (runtime: Runtime): Router => {
  const { database } = runtime;
  const router = Router();

  router.post('/evaluation', async (request, response) => {
    const input = readBody(request, evaluation);
    const task = evaluateTask(wantedBy(input), input.variables ?? {});
    response.json(evaluationAnswer(await submit(runtime, request, task)));
  });

  router.post('/search', async (request, response) => {
    const search = readSearch(request.body, { plan: decisionDefinitionPlan });
    response.json(searchAnswer(await runSearch(database, decisionDefinitionPlan, search), decisionDefinitionAnswer));
  });

  const find = async (decisionKey: number): Promise<DecisionDefinitionRow> => {
    const row = await findRow<DecisionDefinitionRow>(database, 'decision_definitions', decisionKey);
    if (row === null) throw new Refusal('NOT_FOUND', `Decision definition with key '${decisionKey}' not found`);
    return row;
  };

  router.get('/:decisionDefinitionKey', async (request, response) => {
    response.json(decisionDefinitionAnswer(await find(pathKey(request, 'decisionDefinitionKey'))));
  });

  router.get('/:decisionDefinitionKey/xml', async (request, response) => {
    const { requirements_key: requirementsKey } = await find(pathKey(request, 'decisionDefinitionKey'));
    const file = await findRow<DecisionRequirementsRow>(database, 'decision_requirements', requirementsKey);
    const resource = file === null ? null : await findResource(database, file.resource_key);
    response.type('text/xml').send(resource?.content ?? '');
  });
  return router;
};
