import type { PoolClient } from 'pg';
import type { WriteResult } from '../database.ts';
import type { RowChange, RowChanges } from '../row-changes.ts';
import type { AnyRow, SqlValue, Table } from '../table.ts';

/** Rows that the same statement can write. */
interface Group {
  readonly change: RowChange;
  readonly rows: RowChange[];
}

const columnType = (table: Table, column: string): string => (table.columns[column]?.sql === 'int' ? 'int8' : 'text');

/** One statement per table, kind of change and set of columns: patches are grouped by what they set and what they expect. */
const grouped = (changes: readonly RowChange[]): Group[] => {
  const groups = new Map<string, Group>();
  for (const change of changes) {
    const signature =
      change.op === 'patch'
        ? `patch ${Object.keys(change.set).sort().join()} ${Object.keys(change.guard ?? {}).join()}`
        : change.op === 'delete'
          ? `delete ${change.mustExist}`
          : change.op;
    const group = groups.get(signature);
    if (group === undefined) groups.set(signature, { change, rows: [change] });
    else group.rows.push(change);
  }
  return [...groups.values()];
};

const arrays = (rows: readonly AnyRow[], columns: readonly string[]): SqlValue[][] =>
  columns.map((column) => rows.map((row) => row[column] as SqlValue));

const unnest = (types: readonly string[], names: readonly string[]): string =>
  `unnest(${types.map((type, index) => `$${index + 1}::${type}[]`).join(', ')}) AS v(${names.join(', ')})`;

const statement = (
  table: Table,
  { change, rows }: Group,
): { sql: string; params: SqlValue[][]; guarded: boolean } | null => {
  const key = table.key;
  const keyMatch = key.map((column) => `t.${column} = v.k_${column}`).join(' AND ');
  const keyTypes = key.map((column) => columnType(table, column));
  const keyNames = key.map((column) => `k_${column}`);
  switch (change.op) {
    case 'insert':
    case 'upsert': {
      const columns = Object.keys(table.columns);
      const rest = columns.filter((column) => !key.includes(column));
      const conflict =
        change.op === 'insert'
          ? ''
          : ` ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${rest.map((c) => `${c} = excluded.${c}`).join(', ')}`;
      const types = columns.map((column) => columnType(table, column));
      return {
        sql: `INSERT INTO ${table.name} (${columns.join(', ')}) SELECT * FROM ${unnest(
          types,
          columns.map((c) => `n_${c}`),
        )}${conflict}`,
        params: arrays(
          rows.map((row) => row.row),
          columns,
        ),
        guarded: false,
      };
    }
    case 'patch': {
      const set = Object.keys(change.set).sort();
      if (set.length === 0) return null;
      const guard = Object.keys(change.guard ?? {});
      const patches = rows as Extract<RowChange, { op: 'patch' }>[];
      const types = [...keyTypes, ...[...set, ...guard].map((column) => columnType(table, column))];
      const names = [...keyNames, ...set.map((column) => `s_${column}`), ...guard.map((column) => `g_${column}`)];
      const guards = guard.map((column) => ` AND t.${column} IS NOT DISTINCT FROM v.g_${column}`).join('');
      return {
        sql: `UPDATE ${table.name} t SET ${set.map((c) => `${c} = v.s_${c}`).join(', ')} FROM ${unnest(types, names)} WHERE ${keyMatch}${guards}`,
        params: [
          ...arrays(
            patches.map((row) => row.row),
            key,
          ),
          ...arrays(
            patches.map((row) => row.set),
            set,
          ),
          ...arrays(
            patches.map((row) => row.guard ?? {}),
            guard,
          ),
        ],
        guarded: change.guard !== null,
      };
    }
    case 'delete':
      return {
        sql: `DELETE FROM ${table.name} t USING ${unnest(keyTypes, keyNames)} WHERE ${keyMatch}`,
        params: arrays(
          rows.map((row) => row.row),
          key,
        ),
        guarded: change.mustExist,
      };
  }
};

/** Writes a batch: one `unnest` statement per table and kind of change, in one transaction. */
export const writePostgres = async (client: PoolClient, changes: RowChanges): Promise<WriteResult> => {
  await client.query('BEGIN');
  try {
    for (const [table, rows] of changes.tables()) {
      for (const group of grouped(rows)) {
        const planned = statement(table, group);
        if (planned === null) continue;
        const { rowCount } = await client.query(planned.sql, planned.params);
        if (planned.guarded && rowCount !== group.rows.length) {
          await client.query('ROLLBACK');
          return { ok: false, conflict: { table: table.name, rows: [] } };
        }
      }
    }
    await client.query('COMMIT');
    return { ok: true };
  } catch (error) {
    // The connection may be gone; what matters is the error that made us stop.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
};
