import { asKey } from '@baton/engine';
import type { Key } from '@baton/engine';
import type { Database } from '../database.ts';

/** Where a job, user task, incident, variable or element instance belongs. */
export interface Owner {
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
}

const tables = {
  jobs: 'element_instance_key',
  user_tasks: 'element_instance_key',
  incidents: 'element_instance_key',
  element_instances: 'key',
} as const;

/** The instances that the given keys of one table belong to. Keys that do not exist are missing in the answer. */
export const findOwners = async (
  database: Database,
  table: keyof typeof tables,
  keys: readonly number[],
): Promise<Map<number, Owner>> => {
  const rows = await database.rows<{ key: number; instance: number; element: number }>(
    `SELECT key, process_instance_key AS instance, ${tables[table]} AS element FROM ${table} WHERE ${database.isIn('key', 'int')}`,
    [database.list(keys)],
  );
  return new Map(
    rows.map((row) => [row.key, { processInstanceKey: asKey(row.instance), elementInstanceKey: asKey(row.element) }]),
  );
};
