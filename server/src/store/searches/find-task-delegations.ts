import type { Database } from '../database.ts';
import type { TaskDelegationRow } from '../tables/task-delegations.ts';

/** The task of `d` is where the delegation says; see `task-delegations.ts`. */
const holds = `((d.state = 'PENDING' AND u.assignee = d.delegate) OR (d.state = 'RETURNED' AND u.assignee = d.owner)) AND u.end_ms IS NULL`;

/** SQL for the keys of tasks that somebody (the next placeholder) has delegated and not got back. */
export const delegatedKeys = `SELECT d.user_task_key FROM task_delegations d JOIN user_tasks u ON u.key = d.user_task_key
  WHERE d.owner = ? AND d.state = 'PENDING' AND u.assignee = d.delegate AND u.end_ms IS NULL`;

/** The delegations of some tasks that hold. */
export const findDelegations = (database: Database, keys: readonly number[]): Promise<TaskDelegationRow[]> =>
  database.rows(
    `SELECT d.* FROM task_delegations d JOIN user_tasks u ON u.key = d.user_task_key
     WHERE ${database.isIn('d.user_task_key', 'int')} AND ${holds}`,
    [database.list(keys)],
  );

/** The delegation of a task that holds; null when there is none. */
export const findDelegation = async (database: Database, key: number): Promise<TaskDelegationRow | null> =>
  (await findDelegations(database, [key]))[0] ?? null;
