import { z } from 'zod';
import type { Runtime } from '../runtime/create-runtime.ts';
import { processInstancePlan } from '../store/searches/process-instance-plan.ts';
import { migrateTask } from '../runtime/migrate-instance.ts';
import type { MigrationRequest } from '../runtime/migrate-instance.ts';
import { begunExample, begunType } from './batch-operation-answer.ts';
import { beginBatchOperation, later } from './begin-batch-operation.ts';
import { foundRow } from './found-row.ts';
import type { Permitted } from './found-row.ts';
import { key, operationReference, text } from './input.ts';
import { needs } from './operation/access.ts';
import { json, nothing } from './operation/answer-kinds.ts';
import { body, requiredFilterBody } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { submit } from './operation/submit.ts';
import { processInstanceReader } from './process-instance-reader.ts';

const migrationPlan = z.strictObject({
  targetProcessDefinitionKey: key,
  mappingInstructions: z
    .array(z.strictObject({ sourceElementId: text().min(1), targetElementId: text().min(1) }))
    .max(10_000)
    .describe(
      'For every element that is active, every gateway where tokens wait, and every event whose subscription is to be kept.',
    ),
});
const instructions = z.strictObject({ ...migrationPlan.shape, operationReference });

const requestOf = (plan: z.output<typeof migrationPlan>): MigrationRequest => ({
  targetDefinitionKey: plan.targetProcessDefinitionKey,
  mappings: plan.mappingInstructions,
});

/** Whoever may do this to some processes only may not put instances into another one. */
const checkTarget = async ({ database }: Runtime, call: Permitted, definitionKey: number): Promise<void> => {
  if (!call.permit.isUnlimited) await foundRow(call, database, 'process_definitions', definitionKey);
};

const tag = 'Process instances';
const access = needs('PROCESS_DEFINITION', 'UPDATE_PROCESS_INSTANCE');
const plan = {
  targetProcessDefinitionKey: '1000000003',
  mappingInstructions: [{ sourceElementId: 'check-invoice', targetElementId: 'review-invoice' }],
};

/** Running instances go on by another process definition. */
export const migrationOperations = (runtime: Runtime): readonly Operation[] => [
  operation({
    id: 'migrateProcessInstance',
    method: 'POST',
    path: '/v2/process-instances/{processInstanceKey}/migration',
    tag,
    summary: 'Let a running instance go on by another process definition',
    description:
      'What is active keeps its key, variables, job, task and called instance. All of it is done, or nothing; a refusal tells every conflict.',
    params: { processInstanceKey: key },
    body: body(instructions),
    answer: nothing,
    refusals: ['NOT_FOUND', 'INVALID_STATE'],
    isRepeatable: true,
    access,
    isLimitable: true,
    example: { body: plan },
    run: async (call) => {
      const { processInstanceKey } = call.params;
      await checkTarget(runtime, call, call.body.targetProcessDefinitionKey);
      await submit(runtime, call, migrateTask(processInstanceKey, requestOf(call.body), call.caller));
    },
  }),
  operation({
    id: 'migrateProcessInstancesBatchOperation',
    method: 'POST',
    path: '/v2/process-instances/migration',
    tag,
    summary: 'Let the process instances that a filter finds go on by another process definition',
    description: later,
    body: requiredFilterBody(processInstanceReader, z.strictObject({ migrationPlan, operationReference })),
    answer: json(begunType),
    isRepeatable: true,
    access,
    isLimitable: true,
    example: {
      body: { filter: { processDefinitionId: 'invoice', processDefinitionVersion: 1 }, migrationPlan: plan },
      answer: begunExample('MIGRATE_PROCESS_INSTANCE'),
    },
    run: async (call) => {
      const { migrationPlan: wanted } = call.body.rest;
      await checkTarget(runtime, call, wanted.targetProcessDefinitionKey);
      const { filter } = call.body;
      return beginBatchOperation(
        runtime,
        call,
        processInstancePlan,
        'MIGRATE_PROCESS_INSTANCE',
        filter,
        requestOf(wanted),
      );
    },
  }),
];
