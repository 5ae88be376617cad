import type { Database } from '../database.ts';

export interface Usage {
  readonly processInstances: number;
  readonly decisionInstances: number;
  /** Different people who were assigned a task that was created in the period. */
  readonly assignees: number;
}

/** Counts what was used from one time up to before another, epoch milliseconds. Served by the indexes over start and creation times. */
export const countUsage = async (database: Database, fromMs: number, beforeMs: number): Promise<Usage> => {
  const [row] = await database.rows<Record<string, number | string>>(
    `SELECT
       (SELECT count(*) FROM process_instances WHERE start_ms >= ? AND start_ms < ?) AS instances,
       (SELECT count(*) FROM decision_instances WHERE at_ms >= ? AND at_ms < ?) AS decisions,
       (SELECT count(DISTINCT assignee) FROM user_tasks WHERE created_ms >= ? AND created_ms < ?) AS assignees`,
    [fromMs, beforeMs, fromMs, beforeMs, fromMs, beforeMs],
  );
  const count = (name: string): number => Number(row?.[name] ?? 0);
  return {
    processInstances: count('instances'),
    decisionInstances: count('decisions'),
    assignees: count('assignees'),
  };
};
