import type { z } from 'zod';
import { startBatchOperationTask } from '../runtime/batch-operations/change-operation.ts';
import type { BatchChange } from '../runtime/batch-operations/change-operation.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import type { BatchOperationType } from '../store/searches/batch-operation-plan.ts';
import type { Filter } from '../store/searches/search-plan.ts';
import { keyText } from './answer.ts';
import type { begunType } from './batch-operation-answer.ts';
import type { Call } from './operation/call.ts';
import { submit } from './operation/submit.ts';

/** Begins a batch operation and answers its key. `change` is what is done to each item, for types that take something. */
export const beginBatchOperation = async (
  runtime: Runtime,
  call: Call<unknown, unknown, unknown>,
  type: BatchOperationType,
  filter: Filter,
  change: BatchChange | null = null,
): Promise<z.input<typeof begunType>> => {
  const task = startBatchOperationTask({ type, filter, change, actor: call.caller });
  return { batchOperationKey: keyText(await submit(runtime, call, task)), batchOperationType: type };
};

/** What every operation says that begins one. */
export const later =
  'Answers at once with the key of a batch operation, which goes through what the filter finds bit by bit; see `getBatchOperation`.';
