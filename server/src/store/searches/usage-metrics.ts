import type { Database } from '../database.ts';

export interface Usage {
  readonly processInstances: number;
  readonly decisionInstances: number;
  /** Different people who were assigned a task that was created in the period. */
  readonly assignees: number;
}

/** Counts what some tenants (null: all) used from one time up to before another, epoch milliseconds. Served by the indexes over start and creation times. */
export const countUsage = async (
  database: Database,
  fromMs: number,
  beforeMs: number,
  tenants: readonly string[] | null,
): Promise<Usage> => {
  const seen = tenants === null ? '' : `AND ${database.isIn('tenant_id', 'text')}`;
  const values = [fromMs, beforeMs, ...(tenants === null ? [] : [database.list(tenants)])];
  const [row] = await database.rows<Record<string, number | string>>(
    `SELECT
       (SELECT count(*) FROM process_instances WHERE start_ms >= ? AND start_ms < ? ${seen}) AS instances,
       (SELECT count(*) FROM decision_instances WHERE at_ms >= ? AND at_ms < ? ${seen}) AS decisions,
       (SELECT count(DISTINCT assignee) FROM user_tasks WHERE created_ms >= ? AND created_ms < ? ${seen}) AS assignees`,
    [...values, ...values, ...values],
  );
  const count = (name: string): number => Number(row?.[name] ?? 0);
  return {
    processInstances: count('instances'),
    decisionInstances: count('decisions'),
    assignees: count('assignees'),
  };
};
