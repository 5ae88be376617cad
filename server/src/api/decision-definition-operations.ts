import { z } from 'zod';
import { decisionDefinitionPlan } from '../store/searches/decision-definition-plan.ts';
import { findResource } from '../store/searches/find-resource.ts';
import { findRow } from '../store/searches/find-row.ts';
import type { DecisionDefinitionRow } from '../store/tables/decision-definitions.ts';
import type { DecisionRequirementsRow } from '../store/tables/decision-requirements.ts';
import { evaluateTask } from '../runtime/decisions/decision-tasks.ts';
import type { WantedDecision } from '../runtime/decisions/decision-tasks.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { decisionDefinitionAnswer, evaluationAnswer } from './decision-answer.ts';
import { decisionDefinitionExample, evaluationExample } from './decision-examples.ts';
import { decisionDefinitionType, evaluationType } from './decision-types.ts';
import { foundRow } from './found-row.ts';
import type { Permitted } from './found-row.ts';
import { key, operationReference, tenantId, text, variables } from './input.ts';
import { needs } from './operation/access.ts';
import { file, json, xmlFile } from './operation/answer-kinds.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { searchOperation } from './operation/search-operation.ts';
import { submit } from './operation/submit.ts';
import { namedTenantOf, tenantOf } from './tenant-of.ts';

const evaluation = z.strictObject({
  decisionDefinitionId: text().min(1).nullish(),
  decisionDefinitionKey: key.nullish(),
  variables: variables.nullish(),
  tenantId,
  operationReference,
});

const wantedBy = (call: Permitted, input: z.output<typeof evaluation>): WantedDecision => {
  const { decisionDefinitionId, decisionDefinitionKey, tenantId: tenant } = input;
  const hasId = decisionDefinitionId !== undefined && decisionDefinitionId !== null;
  const hasKey = decisionDefinitionKey !== undefined && decisionDefinitionKey !== null;
  if (hasId && !hasKey) return { tenantId: tenantOf(call, tenant), id: decisionDefinitionId };
  if (hasKey && !hasId) return { key: decisionDefinitionKey, tenantId: namedTenantOf(call, tenant) };
  throw new Refusal(
    'INVALID_ARGUMENT',
    `Expected one of decisionDefinitionId and decisionDefinitionKey, found ${hasId ? 'both' : 'neither'}. Send one of them.`,
  );
};

/** Deployed decisions: search, read, source, evaluate. */
export const decisionDefinitionOperations = (runtime: Runtime): readonly Operation[] => {
  const { database } = runtime;
  const params = { decisionDefinitionKey: key };
  const find = (call: Permitted, decisionKey: number): Promise<DecisionDefinitionRow> =>
    foundRow(call, database, 'decision_definitions', decisionKey);
  return [
    operation({
      id: 'evaluateDecision',
      method: 'POST',
      path: '/v2/decision-definitions/evaluation',
      tag: 'Decisions',
      summary: 'Evaluate a decision',
      description: 'The latest version by its id, or one version by its key. What was decided is kept.',
      body: body(evaluation),
      answer: json(evaluationType),
      refusals: ['NOT_FOUND'],
      isRepeatable: true,
      access: needs('DECISION_DEFINITION', 'CREATE_DECISION_INSTANCE'),
      isLimitable: true,
      example: {
        body: { decisionDefinitionId: 'who-approves', variables: { amount: 1_250 } },
        answer: evaluationExample,
      },
      run: async (call) =>
        evaluationAnswer(
          await submit(runtime, call, evaluateTask(wantedBy(call, call.body), call.body.variables ?? {})),
        ),
    }),
    searchOperation(database, {
      id: 'searchDecisionDefinitions',
      path: '/v2/decision-definitions/search',
      tag: 'Decisions',
      summary: 'Search deployed decisions',
      reader: { plan: decisionDefinitionPlan },
      item: decisionDefinitionType,
      answer: decisionDefinitionAnswer,
      access: needs('DECISION_DEFINITION', 'READ_DECISION_DEFINITION'),
      example: { body: { filter: { decisionDefinitionId: 'who-approves' } }, item: decisionDefinitionExample },
    }),
    operation({
      id: 'getDecisionDefinition',
      method: 'GET',
      path: '/v2/decision-definitions/{decisionDefinitionKey}',
      tag: 'Decisions',
      summary: 'Read a deployed decision',
      params,
      answer: json(decisionDefinitionType),
      refusals: ['NOT_FOUND'],
      access: needs('DECISION_DEFINITION', 'READ_DECISION_DEFINITION'),
      isLimitable: true,
      example: { answer: decisionDefinitionExample },
      run: async (call) => decisionDefinitionAnswer(await find(call, call.params.decisionDefinitionKey)),
    }),
    operation({
      id: 'getDecisionDefinitionXML',
      method: 'GET',
      path: '/v2/decision-definitions/{decisionDefinitionKey}/xml',
      tag: 'Decisions',
      summary: 'Read the DMN file of a decision as it was deployed',
      params,
      answer: file('text/xml'),
      refusals: ['NOT_FOUND'],
      access: needs('DECISION_DEFINITION', 'READ_DECISION_DEFINITION'),
      isLimitable: true,
      example: {},
      run: async (call) => {
        const { requirements_key: requirementsKey } = await find(call, call.params.decisionDefinitionKey);
        const requirements = await findRow<DecisionRequirementsRow>(database, 'decision_requirements', requirementsKey);
        const resource = requirements === null ? null : await findResource(database, requirements.resource_key);
        return xmlFile(resource?.content ?? '');
      },
    }),
  ];
};
