import type { Database } from '../src/store/database.ts';

/** A time of day that a model wrote down, as opposed to a date that it was given. */
const instant = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;

/** What a run came to, without what no two runs have in common (keys, times, its own name). */
export interface RunOutcome {
  readonly instances: readonly string[];
  readonly variables: readonly string[];
  readonly elements: readonly string[];
  readonly jobs: readonly string[];
}

/** The outcome of all instances with a key beyond `after`. */
export const outcomeOf = async (database: Database, after: number, runId: string): Promise<RunOutcome> => {
  const told = async (sql: string): Promise<string[]> => {
    const rows = await database.rows<Record<string, unknown>>(sql, [after]);
    return rows.map((row) => Object.values(row).join(' ').replaceAll(runId, 'RUN').replace(instant, 'NOW')).sort();
  };
  return {
    instances: await told('SELECT process_id, status FROM process_instances WHERE key > ?'),
    variables: await told(
      `SELECT e.element_id, v.name, v.value FROM variables v
        JOIN element_instances e ON e.process_instance_key = v.process_instance_key AND e.key = v.scope_key WHERE v.process_instance_key > ?`,
    ),
    elements: await told(
      'SELECT process_id, element_id, element_type, state FROM element_instances WHERE process_instance_key > ?',
    ),
    jobs: await told('SELECT process_id, element_id, type, state, retries FROM jobs WHERE process_instance_key > ?'),
  };
};
