import type { Database } from '../database.ts';
import { findDelegations } from './find-task-delegations.ts';
import type { TaskDelegationRow } from '../tables/task-delegations.ts';
import type { UserTaskRow } from '../tables/user-tasks.ts';

/** A variable that a tasklist shows beside a task. */
export interface ShownTaskVariable {
  readonly name: string;
  /** JSON text, its first 200 characters. */
  readonly value: string;
  readonly isTruncated: boolean;
}

/** What a tasklist shows of a task beside its own row. */
export interface TaskFacts {
  readonly businessId: string | null;
  readonly variables: readonly ShownTaskVariable[];
  /** Null where the task is not delegated. */
  readonly delegation: TaskDelegationRow | null;
}

/** So much of a value is shown. */
const shownLength = 200;

/** Reads what is shown of some tasks, in their order, in three statements however many there are. `names` are those of the variables: of the same name that beside the task. */
export const findTaskFacts = async (
  database: Database,
  tasks: readonly UserTaskRow[],
  names: readonly string[],
): Promise<readonly TaskFacts[]> => {
  if (tasks.length === 0) return [];
  const instances = [...new Set(tasks.map((task) => task.process_instance_key))];
  const [owners, values, delegations] = await Promise.all([
    database.rows<{ key: number; business_id: string | null }>(
      `SELECT key, business_id FROM process_instances WHERE ${database.isIn('key', 'int')}`,
      [database.list(instances)],
    ),
    names.length === 0
      ? []
      : findValues(database, [...instances, ...tasks.map((task) => task.element_instance_key)], names),
    findDelegations(
      database,
      tasks.map((task) => task.key),
    ),
  ]);
  const businessIds = new Map(owners.map((owner) => [owner.key, owner.business_id]));
  const byScope = new Map<number, Map<string, ShownTaskVariable>>();
  for (const { scope_key: scope, name, value, length } of values) {
    let known = byScope.get(scope);
    if (known === undefined) byScope.set(scope, (known = new Map<string, ShownTaskVariable>()));
    known.set(name, { name, value, isTruncated: Number(length) > shownLength });
  }
  return tasks.map((task) => ({
    businessId: businessIds.get(task.process_instance_key) ?? null,
    delegation: delegations.find((each) => each.user_task_key === task.key) ?? null,
    variables: names.flatMap((name) => {
      const found =
        byScope.get(task.element_instance_key)?.get(name) ?? byScope.get(task.process_instance_key)?.get(name);
      return found === undefined ? [] : [found];
    }),
  }));
};

interface ValueRow {
  readonly scope_key: number;
  readonly name: string;
  readonly value: string;
  readonly length: number;
}

const findValues = (database: Database, scopes: readonly number[], names: readonly string[]): Promise<ValueRow[]> =>
  database.rows(
    `SELECT scope_key, name, substr(value, 1, ${shownLength}) AS value, length(value) AS length FROM variables
     WHERE ${database.isIn('scope_key', 'int')} AND ${database.isIn('name', 'text')}`,
    [database.list(scopes), database.list(names)],
  );
