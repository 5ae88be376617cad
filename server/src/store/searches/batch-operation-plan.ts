import type { Knex } from 'knex';
import { defaultTenant } from '../../default-tenant.ts';
import type { BatchOperationRow } from '../tables/batch-operations.ts';
import { plainEnum } from './enum-values.ts';
import { isOneOf, manyAsOne } from './one-of-many.ts';
import type { SearchContext, SearchPlan } from './search-plan.ts';

/** What a batch operation may do. */
export const batchOperationTypes = [
  'CANCEL_PROCESS_INSTANCE',
  'RESOLVE_INCIDENT',
  'DELETE_PROCESS_INSTANCE',
  'DELETE_DECISION_INSTANCE',
  'UPDATE_JOB',
  'MODIFY_PROCESS_INSTANCE',
  'RESUME_PROCESS_INSTANCE',
  'SUSPEND_PROCESS_INSTANCE',
  'MIGRATE_PROCESS_INSTANCE',
] as const;
export type BatchOperationType = (typeof batchOperationTypes)[number];

export const batchOperationStates = [
  'CREATED',
  'ACTIVE',
  'SUSPENDED',
  'COMPLETED',
  'PARTIALLY_COMPLETED',
  'CANCELED',
  'FAILED',
] as const;

/** Leaves batch operations that touch things of these tenants only. One from before there were tenants is of the default one. */
export const touchesOnly = (
  query: Knex.QueryBuilder,
  column: string,
  tenants: readonly string[],
  { dialect }: SearchContext,
): void => {
  const list = `COALESCE(${column}, '["${defaultTenant}"]')`;
  const each =
    dialect === 'sqlite' ? `json_each(${list}) AS o` : `jsonb_array_elements_text(${list}::jsonb) AS o(value)`;
  query.whereRaw(`NOT EXISTS (SELECT 1 FROM ${each} WHERE NOT ${isOneOf('o.value', dialect, 'text')})`, [
    manyAsOne(tenants, dialect, 'text'),
  ]);
};

/** Search of batch operations. */
export const batchOperationPlan: SearchPlan<BatchOperationRow> = {
  from: 'batch_operations as b',
  columns: ['b.*'],
  tiebreak: 'b.key',
  tenant: null,
  seenBy: (query, tenants, context) => touchesOnly(query, 'b.tenants', tenants, context),
  fields: {
    batchOperationKey: { kind: 'key', column: 'b.key' },
    operationType: { kind: 'enum', column: 'b.type', values: plainEnum(...batchOperationTypes) },
    state: { kind: 'enum', column: 'b.state', values: plainEnum(...batchOperationStates) },
    actorId: { kind: 'string', column: 'b.actor', nullable: true },
    actorType: {
      kind: 'enum',
      column: `CASE WHEN b.actor IS NULL THEN 'ANONYMOUS' ELSE 'USER' END`,
      values: plainEnum('ANONYMOUS', 'CLIENT', 'UNKNOWN', 'USER'),
    },
    startDate: { kind: 'date', column: 'b.start_ms', nullable: true },
    endDate: { kind: 'date', column: 'b.end_ms', nullable: true },
  },
  sortable: ['batchOperationKey', 'operationType', 'state', 'startDate', 'endDate', 'actorType', 'actorId'],
};
