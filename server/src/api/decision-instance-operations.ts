import { z } from 'zod';
import { decisionInstancePlan } from '../store/searches/decision-instance-plan.ts';
import { findDecisionInstance } from '../store/searches/find-decision-instances.ts';
import { deleteEvaluationTask } from '../runtime/decisions/decision-tasks.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { decisionInstanceAnswer, decisionInstanceDetails } from './decision-answer.ts';
import { decisionInstanceDetailsExample, decisionInstanceExample } from './decision-examples.ts';
import { decisionInstanceDetailsType, decisionInstanceType } from './decision-types.ts';
import { key, operationReference } from './input.ts';
import { needs } from './operation/access.ts';
import { json, nothing } from './operation/answer-kinds.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { searchOperation } from './operation/search-operation.ts';
import { submit } from './operation/submit.ts';

const instanceKey = z
  .string()
  .regex(/^\d{1,20}-\d{1,10}$/, 'must be an evaluation key and a place, such as "1000000001-1"');

/** What was decided: search, read, erase. */
export const decisionInstanceOperations = (runtime: Runtime): readonly Operation[] => {
  const { database } = runtime;
  return [
    searchOperation(database, {
      id: 'searchDecisionInstances',
      path: '/v2/decision-instances/search',
      tag: 'Decisions',
      summary: 'Search what was decided',
      reader: { plan: decisionInstancePlan },
      item: decisionInstanceType,
      answer: decisionInstanceAnswer,
      access: needs('DECISION_DEFINITION', 'READ_DECISION_INSTANCE'),
      example: { body: { filter: { state: 'FAILED' } }, item: decisionInstanceExample },
    }),
    operation({
      id: 'getDecisionInstance',
      method: 'GET',
      path: '/v2/decision-instances/{decisionEvaluationInstanceKey}',
      tag: 'Decisions',
      summary: 'Read one decision with its inputs and the rules that matched',
      params: { decisionEvaluationInstanceKey: instanceKey },
      answer: json(decisionInstanceDetailsType),
      refusals: ['NOT_FOUND'],
      access: needs('DECISION_DEFINITION', 'READ_DECISION_INSTANCE'),
      isLimitable: true,
      example: { answer: decisionInstanceDetailsExample },
      run: async ({ params: { decisionEvaluationInstanceKey: id }, permit }) => {
        const row = await findDecisionInstance(database, id);
        if (row === null || permit.tenants?.includes(row.tenant_id) === false)
          throw new Refusal('NOT_FOUND', `Decision instance with key '${id}' not found`);
        if (!permit.allows('DECISION_DEFINITION', row.decision_id)) throw permit.refusal(row.decision_id);
        return decisionInstanceDetails(row);
      },
    }),
    operation({
      id: 'deleteDecisionInstance',
      method: 'POST',
      path: '/v2/decision-instances/{decisionEvaluationKey}/deletion',
      tag: 'Decisions',
      summary: 'Erase what an evaluation decided',
      params: { decisionEvaluationKey: key },
      body: body(z.strictObject({ operationReference })),
      answer: nothing,
      refusals: ['NOT_FOUND'],
      isRepeatable: true,
      access: needs('DECISION_DEFINITION', 'DELETE_DECISION_INSTANCE'),
      isTenantAware: true,
      example: { body: {} },
      run: async (call) => void (await submit(runtime, call, deleteEvaluationTask(call.params.decisionEvaluationKey))),
    }),
  ];
};
