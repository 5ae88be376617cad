import { allowsTask } from '../identity/allows.ts';
import type { Permit } from '../identity/permit.ts';
import { anyResource } from '../identity/permissions.ts';
import type { ResourceType } from '../identity/permissions.ts';
import { seesOperation } from '../runtime/batch-operations/change-operation.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Database } from '../store/database.ts';
import { defaultTenant } from '../default-tenant.ts';
import { findDelegation } from '../store/searches/find-task-delegations.ts';
import { findRow } from '../store/searches/find-row.ts';
import type { OfTenant } from '../store/searches/tenant-of-instance.ts';
import type { BatchOperationRow } from '../store/tables/batch-operations.ts';
import type { ProcessInstanceRow } from '../store/tables/process-instances.ts';
import type { UserTaskRow } from '../store/tables/user-tasks.ts';

/** What a row of each table is called in answers, and which resource it is or belongs to: its type and the column with its id. */
const kinds = {
  batch_operations: ['Batch operation', 'BATCH', 'key'],
  decision_definitions: ['Decision definition', 'DECISION_DEFINITION', 'decision_id'],
  decision_requirements: ['Decision requirements', 'DECISION_REQUIREMENTS_DEFINITION', 'drg_id'],
  element_instances: ['Element Instance', 'PROCESS_DEFINITION', 'process_id'],
  forms: ['Form', 'RESOURCE', 'form_id'],
  incidents: ['Incident', 'PROCESS_DEFINITION', 'process_id'],
  process_definitions: ['Process definition', 'PROCESS_DEFINITION', 'process_id'],
  process_instances: ['Process Instance', 'PROCESS_DEFINITION', 'process_id'],
  user_tasks: ['User Task', 'PROCESS_DEFINITION', 'process_id'],
  variables: ['Variable', null, null],
} as const satisfies Readonly<Record<string, readonly [string, ResourceType | null, string | null]>>;

/** A call, as far as it is asked what the caller may. */
export interface Permitted {
  readonly permit: Permit;
}

type FoundTable = keyof typeof kinds;

/** The row that a caller names by its key. Throws NOT_FOUND where there is none in their tenants, FORBIDDEN where they may not do this with it. */
export const foundRow = async <Row>(
  { permit }: Permitted,
  database: Database,
  table: FoundTable,
  key: number,
): Promise<Row> => {
  const row = await findRow<Row>(database, table, key);
  if (row === null || !(await isSeen(permit, database, row as AnyRow)))
    throw new Refusal('NOT_FOUND', `${kinds[table][0]} with key '${key}' not found`);
  if (!permit.isEverywhere) await checkRow(permit, database, table, row as AnyRow);
  return row;
};

type AnyRow = Readonly<Record<string, unknown>>;

/** Whether a row is of a tenant that the caller sees: by itself, or as the instance that it is of. */
const isSeen = async ({ tenants }: Permit, database: Database, row: AnyRow): Promise<boolean> => {
  if (tenants === null) return true;
  if ('tenants' in row) return seesOperation(row as unknown as BatchOperationRow, tenants);
  const { tenant_id: own = await tenantOfInstance(database, row['process_instance_key']) } = row;
  return typeof own === 'string' && tenants.includes(own);
};

/** A row of an instance with the tenant of that. */
export const withTenant = async <Row extends { readonly process_instance_key: number }>(
  database: Database,
  row: Row,
): Promise<OfTenant<Row>> => ({
  ...row,
  tenant_id: (await tenantOfInstance(database, row.process_instance_key)) ?? defaultTenant,
});

/** The tenant of an instance; null where there is none. */
const tenantOfInstance = async (database: Database, key: unknown): Promise<string | null> =>
  (await findRow<ProcessInstanceRow>(database, 'process_instances', Number(key)))?.tenant_id ?? null;

const checkRow = async (permit: Permit, database: Database, table: FoundTable, row: AnyRow): Promise<void> => {
  const [, resource, column] = kinds[table];
  if (resource === null) {
    // A variable is as visible as its instance.
    const instance = await findRow<{ process_id: string }>(
      database,
      'process_instances',
      Number(row['process_instance_key']),
    );
    if (instance === null || !permit.allows('PROCESS_DEFINITION', instance.process_id))
      throw permit.refusal(anyResource);
    return;
  }
  const id = String(row[column]);
  if (permit.allows(resource, id)) return;
  if (table === 'user_tasks') {
    const task = row as unknown as UserTaskRow;
    if (allowsTask(permit, taskFacts(task)) || (await hasDelegated(permit, database, task))) return;
  }
  throw permit.refusal(id);
};

/** Whoever delegated a task sees it still, where they see what is assigned to them. What it is changed by looks at its assignee alone. */
const hasDelegated = async (
  { properties, principal: { type, id } }: Permit,
  database: Database,
  { key }: UserTaskRow,
): Promise<boolean> => {
  if (type !== 'USER' || !properties.includes('assignee')) return false;
  const delegation = await findDelegation(database, key);
  return delegation?.state === 'PENDING' && delegation.owner === id;
};

const taskFacts = (row: UserTaskRow) => ({
  key: row.key,
  processId: row.process_id,
  assignee: row.assignee,
  candidateUsers: JSON.parse(row.candidate_users) as string[],
  candidateGroups: JSON.parse(row.candidate_groups) as string[],
});
