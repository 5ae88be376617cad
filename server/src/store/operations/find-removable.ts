import type { Database } from '../database.ts';
import type { AnyRow, Table } from '../table.ts';

/** Instances that were called below one, the latest first: nothing is removed before what it called. */
export const findCalledBelow = (database: Database, rootKey: number, limit: number): Promise<{ key: number }[]> =>
  database.rows('SELECT key FROM process_instances WHERE root_key = ? AND key <> ? ORDER BY key DESC LIMIT ?', [
    rootKey,
    rootKey,
    limit,
  ]);

/** The primary keys of rows that a table has of an instance. */
export const findRowsOf = (
  database: Database,
  table: Table,
  processInstanceKey: number,
  limit: number,
): Promise<AnyRow[]> =>
  database.rows<AnyRow>(`SELECT ${table.key.join(', ')} FROM ${table.name} WHERE process_instance_key = ? LIMIT ?`, [
    processInstanceKey,
    limit,
  ]);
