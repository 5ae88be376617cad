import { z } from 'zod';
import type { Runtime } from '../runtime/create-runtime.ts';
import { deleteInstance } from '../runtime/delete-instance.ts';
import { decisionInstancePlan } from '../store/searches/decision-instance-plan.ts';
import { jobPlan } from '../store/searches/job-plan.ts';
import { processInstancePlan } from '../store/searches/process-instance-plan.ts';
import type { Field } from '../store/searches/search-plan.ts';
import { begunExample, begunType } from './batch-operation-answer.ts';
import { beginBatchOperation, beginsForInstances, later } from './begin-batch-operation.ts';
import { foundRow } from './found-row.ts';
import { key, operationReference } from './input.ts';
import { changeset, jobUpdateOf } from './job-changeset.ts';
import { needs } from './operation/access.ts';
import { json, nothing } from './operation/answer-kinds.ts';
import { body, requiredFilterBody } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';

const reference = z.strictObject({ operationReference });
const params = { processInstanceKey: key };
const tag = 'Process instances';

/** What is done to all that a filter finds: each begins a batch operation. */
export const batchBeginOperations = (runtime: Runtime): readonly Operation[] => {
  return [
    beginsForInstances(
      runtime,
      'cancelProcessInstancesBatchOperation',
      'cancellation',
      'Cancel the process instances that a filter finds',
      'CANCEL_PROCESS_INSTANCE',
      'CANCEL_PROCESS_INSTANCE',
    ),
    beginsForInstances(
      runtime,
      'resolveIncidentsBatchOperation',
      'incident-resolution',
      'Resolve the incidents of the process instances that a filter finds',
      'RESOLVE_INCIDENT',
      'UPDATE_PROCESS_INSTANCE',
    ),
    beginsForInstances(
      runtime,
      'deleteProcessInstancesBatchOperation',
      'deletion',
      'Erase the ended process instances that a filter finds',
      'DELETE_PROCESS_INSTANCE',
      'DELETE_PROCESS_INSTANCE',
    ),
    operation({
      id: 'resolveProcessInstanceIncidents',
      method: 'POST',
      path: '/v2/process-instances/{processInstanceKey}/incident-resolution',
      tag,
      summary: 'Resolve all incidents of a process instance',
      description: 'By a batch operation; a job that has no retries left gets one.',
      params,
      answer: json(begunType),
      refusals: ['NOT_FOUND'],
      isRepeatable: true,
      access: needs('PROCESS_DEFINITION', 'UPDATE_PROCESS_INSTANCE'),
      isLimitable: true,
      example: { answer: begunExample('RESOLVE_INCIDENT') },
      run: async (call) => {
        const { processInstanceKey } = call.params;
        await foundRow(call, runtime.database, 'process_instances', processInstanceKey);
        const field = processInstancePlan.fields['processInstanceKey'] as Field;
        const only = { field, operator: 'eq', value: processInstanceKey } as const;
        const filter = { conditions: [only], custom: [], anyOf: [] };
        return beginBatchOperation(runtime, call, processInstancePlan, 'RESOLVE_INCIDENT', filter);
      },
    }),
    operation({
      id: 'deleteProcessInstance',
      method: 'POST',
      path: '/v2/process-instances/{processInstanceKey}/deletion',
      tag,
      summary: 'Erase an ended process instance',
      description: 'With all that is kept of it and of the instances that it called.',
      params,
      body: body(reference),
      answer: nothing,
      refusals: ['NOT_FOUND', 'INVALID_STATE'],
      access: needs('PROCESS_DEFINITION', 'DELETE_PROCESS_INSTANCE'),
      isLimitable: true,
      example: { body: {} },
      run: async (call) => {
        const { processInstanceKey } = call.params;
        await foundRow(call, runtime.database, 'process_instances', processInstanceKey);
        await deleteInstance(runtime.pipeline, processInstanceKey, call.audit());
      },
    }),
    operation({
      id: 'deleteDecisionInstancesBatchOperation',
      method: 'POST',
      path: '/v2/decision-instances/deletion',
      tag: 'Decisions',
      summary: 'Erase what the evaluations that a filter finds decided',
      description: later,
      body: requiredFilterBody({ plan: decisionInstancePlan }, reference),
      answer: json(begunType),
      isRepeatable: true,
      access: needs('DECISION_DEFINITION', 'DELETE_DECISION_INSTANCE'),
      isLimitable: true,
      example: { body: { filter: { state: 'FAILED' } }, answer: begunExample('DELETE_DECISION_INSTANCE') },
      run: (call) =>
        beginBatchOperation(runtime, call, decisionInstancePlan, 'DELETE_DECISION_INSTANCE', call.body.filter),
    }),
    operation({
      id: 'updateJobsBatchOperation',
      method: 'POST',
      path: '/v2/jobs/batch-update',
      tag: 'Jobs',
      summary: 'Change retries or lock of the jobs that a filter finds',
      description: later,
      body: requiredFilterBody({ plan: jobPlan }, z.strictObject({ changeset, operationReference })),
      answer: json(begunType),
      isRepeatable: true,
      access: needs('PROCESS_DEFINITION', 'UPDATE_PROCESS_INSTANCE'),
      isLimitable: true,
      example: {
        body: { filter: { type: 'book-invoice' }, changeset: { retries: 3 } },
        answer: begunExample('UPDATE_JOB'),
      },
      run: (call) => {
        const change = jobUpdateOf(call.body.rest.changeset);
        return beginBatchOperation(runtime, call, jobPlan, 'UPDATE_JOB', call.body.filter, change);
      },
    }),
  ];
};
