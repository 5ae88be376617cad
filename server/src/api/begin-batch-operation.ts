import { z } from 'zod';
import { startBatchOperationTask } from '../runtime/batch-operations/change-operation.ts';
import type { BatchChange } from '../runtime/batch-operations/change-operation.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import type { BatchOperationType } from '../store/searches/batch-operation-plan.ts';
import { processInstancePlan } from '../store/searches/process-instance-plan.ts';
import type { Filter, SearchPlan } from '../store/searches/search-plan.ts';
import { keyText } from './answer.ts';
import { begunExample, begunType } from './batch-operation-answer.ts';
import { operationReference } from './input.ts';
import { needs } from './operation/access.ts';
import type { Permission } from './operation/access.ts';
import { json } from './operation/answer-kinds.ts';
import { requiredFilterBody } from './operation/body-kinds.ts';
import type { Call } from './operation/call.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { submit } from './operation/submit.ts';
import { processInstanceReader } from './process-instance-reader.ts';
import { filterWithin } from './search/within-permit.ts';

/** Begins a batch operation on what the filter of a search by `plan` finds, as far as the caller may, and answers its key. `change` is what is done to each item, for types that take something. */
export const beginBatchOperation = async <Row>(
  runtime: Runtime,
  call: Call<unknown, unknown, unknown>,
  plan: SearchPlan<Row>,
  type: BatchOperationType,
  filter: Filter,
  change: BatchChange | null = null,
): Promise<z.input<typeof begunType>> => {
  const { tenants } = call.permit;
  const wanted = { type, filter: filterWithin(filter, plan, call.permit), change, actor: call.caller, tenants };
  // It finds only what the caller may do this to, so nothing else has to be looked at.
  const task = {
    ...startBatchOperationTask(wanted),
    concerns: () => Promise.resolve(null),
    tenantId: tenants?.length === 1 ? tenants[0] : undefined,
  };
  return { batchOperationKey: keyText(await submit(runtime, call, task)), batchOperationType: type };
};

/** What every operation says that begins one. */
export const later =
  'Answers at once with the key of a batch operation, which goes through what the filter finds bit by bit; see `getBatchOperation`.';

/** An operation that does the same to all process instances that a filter finds. */
export const beginsForInstances = (
  runtime: Runtime,
  id: string,
  verb: string,
  summary: string,
  type: BatchOperationType,
  permission: Permission,
): Operation =>
  operation({
    id,
    method: 'POST',
    path: `/v2/process-instances/${verb}`,
    tag: 'Process instances',
    summary,
    description: later,
    body: requiredFilterBody(processInstanceReader, z.strictObject({ operationReference })),
    answer: json(begunType),
    isRepeatable: true,
    access: needs('PROCESS_DEFINITION', permission),
    isLimitable: true,
    example: { body: { filter: { processDefinitionId: 'invoice' } }, answer: begunExample(type) },
    run: (call) => beginBatchOperation(runtime, call, processInstancePlan, type, call.body.filter),
  });
