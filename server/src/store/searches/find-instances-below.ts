import type { Database } from '../database.ts';
import type { ProcessInstanceRow } from '../tables/process-instances.ts';

/** The keys of instances and of all that they called, directly or not. All have the same root. */
export const findInstancesBelow = async (
  database: Database,
  keys: readonly number[],
  rootKey: number,
): Promise<number[]> => {
  const rows = await database.rows<{ key: number; parent: number | null }>(
    'SELECT key, parent_instance_key AS parent FROM process_instances WHERE root_key = ? ORDER BY call_depth, key',
    [rootKey],
  );
  const found = new Set(keys);
  for (const row of rows) if (row.parent !== null && found.has(row.parent)) found.add(row.key);
  return [...found];
};

/** What belongs to one place of a process instance: element instances, and whole instances that were called from there. */
export interface Within {
  readonly elements: readonly number[];
  readonly instances: readonly number[];
}

/** An element instance with all that is inside it, and the instances that were called from there. */
export const findWithin = async (
  database: Database,
  of: Pick<ProcessInstanceRow, 'key' | 'root_key'> & { readonly process_instance_key: number },
): Promise<Within> => {
  const { key, process_instance_key: instance, root_key: rootKey } = of;
  if (key === instance) return { elements: [], instances: await findInstancesBelow(database, [key], rootKey) };
  const rows = await database.rows<{ key: number; scope: number | null; called: number | null }>(
    'SELECT key, scope_key AS scope, called_instance_key AS called FROM element_instances WHERE process_instance_key = ?',
    [instance],
  );
  const inside = new Map<number, number[]>();
  for (const row of rows) {
    if (row.scope === null) continue;
    const known = inside.get(row.scope);
    if (known === undefined) inside.set(row.scope, [row.key]);
    else known.push(row.key);
  }
  const elements = [key];
  // It grows while it is gone through.
  for (const each of elements) elements.push(...(inside.get(each) ?? []));
  const found = new Set(elements);
  const called = rows.flatMap((row) => (row.called !== null && found.has(row.key) ? [row.called] : []));
  return { elements, instances: called.length === 0 ? [] : await findInstancesBelow(database, called, rootKey) };
};
