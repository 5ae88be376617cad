import { allowsTask } from '../identity/allows.ts';
import type { Permit } from '../identity/permit.ts';
import { anyResource } from '../identity/permissions.ts';
import type { ResourceType } from '../identity/permissions.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Database } from '../store/database.ts';
import { findRow } from '../store/searches/find-row.ts';
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

/** The row that a caller names by its key. Throws NOT_FOUND where there is none, FORBIDDEN where the caller may not do this with it. */
export const foundRow = async <Row>(
  { permit }: Permitted,
  database: Database,
  table: FoundTable,
  key: number,
): Promise<Row> => {
  const row = await findRow<Row>(database, table, key);
  if (row === null) throw new Refusal('NOT_FOUND', `${kinds[table][0]} with key '${key}' not found`);
  if (!permit.isUnlimited) await checkRow(permit, database, table, row as Readonly<Record<string, unknown>>);
  return row;
};

const checkRow = async (
  permit: Permit,
  database: Database,
  table: FoundTable,
  row: Readonly<Record<string, unknown>>,
): Promise<void> => {
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
  if (table === 'user_tasks' && allowsTask(permit, taskFacts(row as unknown as UserTaskRow))) return;
  throw permit.refusal(id);
};

const taskFacts = (row: UserTaskRow) => ({
  key: row.key,
  processId: row.process_id,
  assignee: row.assignee,
  candidateUsers: JSON.parse(row.candidate_users) as string[],
  candidateGroups: JSON.parse(row.candidate_groups) as string[],
});
