import type { WriteResult } from '../database.ts';
import type { RowChange, RowChanges } from '../row-changes.ts';
import type { AnyRow, SqlValue, Table } from '../table.ts';
import type { WriterStatement, WriterThread } from './writer-thread.ts';

const names = (columns: readonly string[]): string => columns.join(', ');
const placeholders = (columns: readonly string[]): string => columns.map(() => '?').join(', ');
const equals = (columns: readonly string[], between: string): string =>
  columns.map((column) => `${column} = ?`).join(between);

/** Puts the changes of one table into statements. Their texts are made once: making them for every row would cost more than running them. */
class TablePlan {
  readonly #table: Table;
  readonly #columns: readonly string[];
  readonly #insert: string;
  readonly #upsert: string;
  readonly #delete: string;
  readonly #patches = new Map<string, string>();

  constructor(table: Table) {
    this.#table = table;
    this.#columns = Object.keys(table.columns);
    const rest = this.#columns.filter((column) => !table.key.includes(column));
    const set = rest.map((column) => `${column} = excluded.${column}`).join(', ');
    this.#insert = `INSERT INTO ${table.name} (${names(this.#columns)}) VALUES (${placeholders(this.#columns)})`;
    this.#upsert = `${this.#insert} ON CONFLICT (${names(table.key)}) DO UPDATE SET ${set}`;
    this.#delete = `DELETE FROM ${table.name} WHERE ${equals(table.key, ' AND ')}`;
  }

  statementsFor(changes: readonly RowChange[]): PlannedStatement[] {
    const planned = new Map<string, PlannedStatement>();
    for (const change of changes) {
      const [sql, guarded, width] = this.#statementFor(change);
      if (width === 0) continue;
      const id = guarded ? `!${sql}` : sql;
      let statement = planned.get(id);
      if (statement === undefined)
        planned.set(id, (statement = { sql, guarded, width, values: [], table: this.#table, rows: [] }));
      this.#addValues(statement.values, change);
      if (guarded) statement.rows.push(change.row);
    }
    return [...planned.values()];
  }

  #statementFor(change: RowChange): readonly [sql: string, guarded: boolean, width: number] {
    switch (change.op) {
      case 'insert':
        return [this.#insert, false, this.#columns.length];
      case 'upsert':
        return [this.#upsert, false, this.#columns.length];
      case 'delete':
        return [this.#delete, change.mustExist, this.#table.key.length];
      case 'patch': {
        const set = Object.keys(change.set);
        if (set.length === 0) return ['', false, 0];
        const guard = change.guard === null ? [] : Object.keys(change.guard);
        const signature = `${set.join()}|${guard.join()}`;
        let sql = this.#patches.get(signature);
        if (sql === undefined) {
          sql = `UPDATE ${this.#table.name} SET ${equals(set, ', ')} WHERE ${equals([...this.#table.key, ...guard], ' AND ')}`;
          this.#patches.set(signature, sql);
        }
        return [sql, change.guard !== null, set.length + this.#table.key.length + guard.length];
      }
    }
  }

  #addValues(values: SqlValue[], change: RowChange): void {
    const add = (row: AnyRow, columns: readonly string[]): void => {
      for (const column of columns) values.push(row[column] as SqlValue);
    };
    switch (change.op) {
      case 'insert':
      case 'upsert':
        return add(change.row, this.#columns);
      case 'delete':
        return add(change.row, this.#table.key);
      case 'patch':
        for (const column in change.set) values.push(change.set[column] as SqlValue);
        add(change.row, this.#table.key);
        for (const column in change.guard) values.push(change.guard[column] as SqlValue);
    }
  }
}

interface PlannedStatement extends WriterStatement {
  readonly table: Table;
  /** The guarded rows, to name the one that was not as expected. */
  readonly rows: AnyRow[];
}

/** Makes the function that writes a batch in one immediate transaction of the writing thread. */
export const createSqliteWriter = (
  thread: Pick<WriterThread, 'write'>,
): ((changes: Pick<RowChanges, 'tables'>) => Promise<WriteResult>) => {
  const plans = new Map<Table, TablePlan>();
  const planOf = (table: Table): TablePlan => {
    let plan = plans.get(table);
    if (plan === undefined) plans.set(table, (plan = new TablePlan(table)));
    return plan;
  };
  return async (changes) => {
    const planned = [...changes.tables()].flatMap(([table, rows]) => planOf(table).statementsFor(rows));
    const missed = await thread.write(
      planned.map(({ sql, guarded, width, values }) => ({ sql, guarded, width, values })),
    );
    if (missed === null) return { ok: true };
    const statement = planned[missed.index];
    const row = statement?.rows[missed.row];
    if (statement === undefined || row === undefined)
      throw new Error(`Expected the writing thread to name a guarded row, found ${JSON.stringify(missed)}.`);
    const { table } = statement;
    return { ok: false, conflict: { table: table.name, rows: [table.key.map((column) => row[column] as SqlValue)] } };
  };
};
