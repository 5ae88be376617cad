import type { BatchOperation, BatchOperationCreated } from '@baton/client';
import { queryOptions } from '@tanstack/react-query';
import { request } from './client';

export type { BatchOperation };

/** How far a batch operation is; asked again until it has ended. */
export function batchOperationQuery(batchOperationKey: string | null) {
  return queryOptions({
    queryKey: ['batch-operations', 'one', batchOperationKey],
    queryFn: ({ signal }) => request<BatchOperation>(`/v2/batch-operations/${batchOperationKey ?? ''}`, { signal }),
    enabled: batchOperationKey !== null,
    refetchInterval: ({ state }) => (state.data?.endDate === null || state.data === undefined ? 500 : false),
  });
}

/** Why items of a batch operation failed, the first of them. */
export function failedItemsQuery(batchOperationKey: string, isWanted: boolean) {
  return queryOptions({
    queryKey: ['batch-operations', 'failed', batchOperationKey],
    queryFn: async ({ signal }) =>
      (
        await request<{
          readonly items: readonly { readonly processInstanceKey: string; readonly errorMessage: string | null }[];
        }>('/v2/batch-operation-items/search', {
          method: 'POST',
          body: { filter: { batchOperationKey, state: 'FAILED' }, page: { limit: 5 } },
          signal,
        })
      ).items,
    enabled: isWanted,
  });
}

/** Which element goes on as which. */
export interface MappingInstruction {
  readonly sourceElementId: string;
  readonly targetElementId: string;
}

/** Begins to let the running instances of one version go on by another. */
export function migrateInstances(
  processDefinitionKey: string,
  targetProcessDefinitionKey: string,
  mappingInstructions: readonly MappingInstruction[],
): Promise<BatchOperationCreated> {
  return request('/v2/process-instances/migration', {
    method: 'POST',
    body: {
      filter: { processDefinitionKey, state: 'ACTIVE' },
      migrationPlan: { targetProcessDefinitionKey, mappingInstructions },
    },
  });
}
