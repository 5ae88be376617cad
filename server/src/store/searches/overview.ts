import type { Database } from '../database.ts';

/** Counters of the start page. */
export interface Overview {
  readonly active: number;
  readonly withIncident: number;
  readonly completed: number;
  readonly incidents: number;
  readonly openTasks: number;
  readonly unassigned: number;
  readonly mine: number;
  readonly overdue: number;
  readonly openJobs: number;
  readonly processDefinitions: number;
}

/** Counts what some tenants (null: all) have now; each count is served by an index. */
export const readOverview = async (
  database: Database,
  nowMs: number,
  assignee: string | null,
  tenants: readonly string[] | null,
): Promise<Overview> => {
  const list = tenants === null ? [] : [database.list(tenants)];
  const seen = tenants === null ? '' : ` AND ${database.isIn('tenant_id', 'text')}`;
  const open = `FROM user_tasks WHERE end_ms IS NULL${seen}`;
  const [row] = await database.rows<Record<string, number>>(
    `SELECT
       (SELECT count(*) FROM process_instances WHERE status IN ('ACTIVE', 'SUSPENDED')${seen}) AS active,
       (SELECT count(*) FROM process_instances WHERE incident_count > 0${seen}) AS with_incident,
       (SELECT count(*) FROM process_instances WHERE status = 'COMPLETED'${seen}) AS completed,
       (SELECT count(*) FROM incidents WHERE state = 'ACTIVE'${seen}) AS incidents,
       (SELECT count(*) ${open}) AS open_tasks,
       (SELECT count(*) ${open} AND assignee IS NULL) AS unassigned,
       (SELECT count(*) ${open} AND assignee = ?) AS mine,
       (SELECT count(*) ${open} AND due_ms < ?) AS overdue,
       (SELECT count(*) FROM jobs WHERE engine_state IS NOT NULL${seen}) AS open_jobs,
       (SELECT count(*) FROM process_definitions WHERE is_latest = 1 AND deleted = 0${seen}) AS definitions`,
    // In the order of the counts: each has its own list of tenants, and two have a value behind it.
    [...list, ...list, ...list, ...list, ...list, ...list, ...list, assignee ?? '', ...list, nowMs, ...list, ...list],
  );
  const count = (name: string): number => Number(row?.[name] ?? 0);
  return {
    active: count('active'),
    withIncident: count('with_incident'),
    completed: count('completed'),
    incidents: count('incidents'),
    openTasks: count('open_tasks'),
    unassigned: count('unassigned'),
    mine: assignee === null ? 0 : count('mine'),
    overdue: count('overdue'),
    openJobs: count('open_jobs'),
    processDefinitions: count('definitions'),
  };
};
