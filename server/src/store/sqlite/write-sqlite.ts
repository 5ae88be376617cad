import type { Database as Sqlite, Statement } from 'better-sqlite3';
import type { WriteResult } from '../database.ts';
import type { RowChange, RowChanges } from '../row-changes.ts';
import type { SqlValue, Table } from '../table.ts';

const names = (columns: readonly string[]): string => columns.join(', ');
const placeholders = (columns: readonly string[]): string => columns.map(() => '?').join(', ');
const equals = (columns: readonly string[], between: string): string =>
  columns.map((column) => `${column} = ?`).join(between);

interface Planned {
  readonly sql: string;
  readonly params: readonly SqlValue[];
  /** Whether exactly one row must be hit. */
  readonly guarded: boolean;
}

const plan = (table: Table, change: RowChange): Planned | null => {
  const keyColumns = table.key;
  const key = keyColumns.map((column) => change.row[column] as SqlValue);
  switch (change.op) {
    case 'insert':
    case 'upsert': {
      const columns = Object.keys(table.columns);
      const rest = columns.filter((column) => !keyColumns.includes(column));
      const conflict =
        change.op === 'insert'
          ? ''
          : ` ON CONFLICT (${names(keyColumns)}) DO UPDATE SET ${rest.map((column) => `${column} = excluded.${column}`).join(', ')}`;
      return {
        sql: `INSERT INTO ${table.name} (${names(columns)}) VALUES (${placeholders(columns)})${conflict}`,
        params: columns.map((column) => change.row[column] as SqlValue),
        guarded: false,
      };
    }
    case 'patch': {
      const columns = Object.keys(change.set).sort();
      if (columns.length === 0) return null;
      const guard = Object.keys(change.guard ?? {});
      return {
        sql: `UPDATE ${table.name} SET ${equals(columns, ', ')} WHERE ${equals([...keyColumns, ...guard], ' AND ')}`,
        params: [
          ...columns.map((column) => change.set[column] as SqlValue),
          ...key,
          ...guard.map((column) => change.guard?.[column] as SqlValue),
        ],
        guarded: change.guard !== null,
      };
    }
    case 'delete':
      return {
        sql: `DELETE FROM ${table.name} WHERE ${equals(keyColumns, ' AND ')}`,
        params: key,
        guarded: change.mustExist,
      };
  }
};

/** Makes the function that writes a batch: prepared statements row by row inside one immediate transaction. */
export const createSqliteWriter = (
  connection: Sqlite,
  prepared: (sql: string) => Statement,
): ((changes: RowChanges) => WriteResult) => {
  const begin = prepared('BEGIN IMMEDIATE');
  const commit = prepared('COMMIT');
  const rollback = prepared('ROLLBACK');
  return (changes) => {
    begin.run();
    try {
      for (const [table, rows] of changes.tables()) {
        for (const change of rows) {
          const planned = plan(table, change);
          if (planned === null) continue;
          const { changes: hit } = prepared(planned.sql).run(...planned.params);
          if (planned.guarded && hit !== 1) {
            rollback.run();
            return {
              ok: false,
              conflict: { table: table.name, rows: [table.key.map((column) => change.row[column] as SqlValue)] },
            };
          }
        }
      }
      commit.run();
      return { ok: true };
    } catch (error) {
      if (connection.inTransaction) rollback.run();
      throw error;
    }
  };
};
