import type { Database as Sqlite, Statement } from 'better-sqlite3';
import type { WriteResult } from '../database.ts';
import type { RowChange, RowChanges } from '../row-changes.ts';
import type { AnyRow, SqlValue, Table } from '../table.ts';

const names = (columns: readonly string[]): string => columns.join(', ');
const placeholders = (columns: readonly string[]): string => columns.map(() => '?').join(', ');
const equals = (columns: readonly string[], between: string): string =>
  columns.map((column) => `${column} = ?`).join(between);

/** The statements of one table, prepared once: making their text for every row would cost more than running them. */
class TableStatements {
  readonly table: Table;
  readonly #connection: Sqlite;
  readonly #columns: readonly string[];
  readonly #patches = new Map<string, Statement>();
  #insert: Statement | null = null;
  #upsert: Statement | null = null;
  #delete: Statement | null = null;

  constructor(connection: Sqlite, table: Table) {
    this.#connection = connection;
    this.table = table;
    this.#columns = Object.keys(table.columns);
  }

  /** Runs one change. False when a guarded row was not there as expected. */
  run(change: RowChange): boolean {
    switch (change.op) {
      case 'insert':
        this.#insert ??= this.#connection.prepare(this.#insertSql());
        this.#insert.run(this.#values(change.row));
        return true;
      case 'upsert':
        this.#upsert ??= this.#connection.prepare(`${this.#insertSql()} ${this.#onConflict()}`);
        this.#upsert.run(this.#values(change.row));
        return true;
      case 'patch':
        return this.#patch(change);
      case 'delete': {
        this.#delete ??= this.#connection.prepare(
          `DELETE FROM ${this.table.name} WHERE ${equals(this.table.key, ' AND ')}`,
        );
        const { changes } = this.#delete.run(this.table.key.map((column) => change.row[column] as SqlValue));
        return !change.mustExist || changes === 1;
      }
    }
  }

  #insertSql(): string {
    return `INSERT INTO ${this.table.name} (${names(this.#columns)}) VALUES (${placeholders(this.#columns)})`;
  }

  #onConflict(): string {
    const rest = this.#columns.filter((column) => !this.table.key.includes(column));
    const set = rest.map((column) => `${column} = excluded.${column}`).join(', ');
    return `ON CONFLICT (${names(this.table.key)}) DO UPDATE SET ${set}`;
  }

  #values(row: AnyRow): SqlValue[] {
    const columns = this.#columns;
    const values = new Array<SqlValue>(columns.length);
    for (let index = 0; index < columns.length; index += 1) values[index] = row[columns[index]!] as SqlValue;
    return values;
  }

  #patch({ row, set, guard }: Extract<RowChange, { op: 'patch' }>): boolean {
    const columns = Object.keys(set);
    if (columns.length === 0) return true;
    const expected = guard === null ? [] : Object.keys(guard);
    const signature = `${columns.join()}|${expected.join()}`;
    let statement = this.#patches.get(signature);
    if (statement === undefined) {
      const where = equals([...this.table.key, ...expected], ' AND ');
      statement = this.#connection.prepare(`UPDATE ${this.table.name} SET ${equals(columns, ', ')} WHERE ${where}`);
      this.#patches.set(signature, statement);
    }
    const values: SqlValue[] = [];
    for (const column of columns) values.push(set[column] as SqlValue);
    for (const column of this.table.key) values.push(row[column] as SqlValue);
    for (const column of expected) values.push(guard?.[column] as SqlValue);
    const { changes } = statement.run(values);
    return guard === null || changes === 1;
  }
}

/** Makes the function that writes a batch: prepared statements row by row inside one immediate transaction. */
export const createSqliteWriter = (connection: Sqlite): ((changes: RowChanges) => WriteResult) => {
  const begin = connection.prepare('BEGIN IMMEDIATE');
  const commit = connection.prepare('COMMIT');
  const rollback = connection.prepare('ROLLBACK');
  const statements = new Map<Table, TableStatements>();
  const statementsOf = (table: Table): TableStatements => {
    let found = statements.get(table);
    if (found === undefined) statements.set(table, (found = new TableStatements(connection, table)));
    return found;
  };
  return (changes) => {
    begin.run();
    try {
      for (const [table, rows] of changes.tables()) {
        const writer = statementsOf(table);
        for (const change of rows) {
          if (writer.run(change)) continue;
          rollback.run();
          const row = table.key.map((column) => change.row[column] as SqlValue);
          return { ok: false, conflict: { table: table.name, rows: [row] } };
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
