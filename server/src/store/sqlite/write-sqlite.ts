import type { WriteResult } from '../database.ts';
import { errorOfOwn } from '../own-statement.ts';
import type { OwnStatement } from '../own-statement.ts';
import type { RowChange, RowChanges } from '../row-changes.ts';
import type { AnyRow, SqlValue, Table } from '../table.ts';
import type { WriterStatement, WriterThread } from './writer-thread.ts';

const names = (columns: readonly string[]): string => columns.join(', ');
const placeholders = (columns: readonly string[]): string => columns.map(() => '?').join(', ');
const equals = (columns: readonly string[], between: string): string =>
  columns.map((column) => `${column} = ?`).join(between);

/** One statement for all rows of a table that change in the same way. */
interface Kind {
  readonly sql: string;
  readonly guarded: boolean;
  /** The values of a row, in the order of the placeholders. */
  readonly row: readonly string[];
  readonly set: readonly string[];
  readonly guard: readonly string[];
  /** What the batch at hand does by it; null between batches. */
  planned: PlannedStatement | null;
}

const kind = (sql: string, guarded: boolean, row: readonly string[]): Kind => ({
  sql,
  guarded,
  set: [],
  row,
  guard: [],
  planned: null,
});

/** Puts the changes of one table into statements. Their texts are made once: making them for every row would cost more than running them. */
class TablePlan {
  readonly #table: Table;
  /** Each column's bit: a set of columns is a number then, which is quicker to find than their names. */
  readonly #bits = new Map<string, number>();
  readonly #insert: Kind;
  readonly #upsert: Kind;
  readonly #delete: Kind;
  readonly #guardedDelete: Kind;
  readonly #patches = new Map<number, Map<number, Kind>>();

  constructor(table: Table) {
    this.#table = table;
    const columns = Object.keys(table.columns);
    if (columns.length > 31) throw new Error(`Expected up to 31 columns in ${table.name}, found ${columns.length}.`);
    columns.forEach((column, index) => this.#bits.set(column, 1 << index));
    const rest = columns.filter((column) => !table.key.includes(column));
    const set = rest.map((column) => `${column} = excluded.${column}`).join(', ');
    const insert = `INSERT INTO ${table.name} (${names(columns)}) VALUES (${placeholders(columns)})`;
    this.#insert = kind(insert, false, columns);
    this.#upsert = kind(`${insert} ON CONFLICT (${names(table.key)}) DO UPDATE SET ${set}`, false, columns);
    const remove = `DELETE FROM ${table.name} WHERE ${equals(table.key, ' AND ')}`;
    this.#delete = kind(remove, false, table.key);
    this.#guardedDelete = kind(remove, true, table.key);
  }

  /** Adds what a batch changes in the table to `statements`. */
  plan(changes: readonly RowChange[], statements: PlannedStatement[]): void {
    const kinds: Kind[] = [];
    for (const change of changes) {
      const kind = this.#kindOf(change);
      if (kind === null) continue;
      if (kind.planned === null) {
        const { sql, guarded, set, row, guard } = kind;
        const width = set.length + row.length + guard.length;
        statements.push((kind.planned = { sql, guarded, width, values: [], table: this.#table, rows: [] }));
        kinds.push(kind);
      }
      addValues(kind.planned, kind, change);
    }
    for (const kind of kinds) kind.planned = null;
  }

  /** The statement for a change; null when there is nothing to write. */
  #kindOf(change: RowChange): Kind | null {
    switch (change.op) {
      case 'insert':
        return this.#insert;
      case 'upsert':
        return this.#upsert;
      case 'delete':
        return change.mustExist ? this.#guardedDelete : this.#delete;
      case 'patch':
        return this.#patch(change.set, change.guard);
    }
  }

  #patch(set: AnyRow, guard: AnyRow | null): Kind | null {
    const columns = this.#columnsOf(set);
    if (columns === 0) return null;
    // No guard and an empty one are not the same: the row of the latter must be there.
    const guarded = guard === null ? -1 : this.#columnsOf(guard);
    let patches = this.#patches.get(columns);
    if (patches === undefined) this.#patches.set(columns, (patches = new Map<number, Kind>()));
    let found = patches.get(guarded);
    if (found === undefined) patches.set(guarded, (found = this.#makePatch(set, guard)));
    return found;
  }

  #makePatch(set: AnyRow, guard: AnyRow | null): Kind {
    const { name, key } = this.#table;
    const isIn = (row: AnyRow | null) => (column: string) => row !== null && column in row;
    const columns = [...this.#bits.keys()];
    const sets = columns.filter(isIn(set));
    const guards = columns.filter(isIn(guard));
    const sql = `UPDATE ${name} SET ${equals(sets, ', ')} WHERE ${equals([...key, ...guards], ' AND ')}`;
    return { ...kind(sql, guard !== null, key), set: sets, guard: guards };
  }

  #columnsOf(row: AnyRow): number {
    let columns = 0;
    for (const column in row) columns |= this.#bits.get(column) ?? 0;
    return columns;
  }
}

const addValues = ({ values, rows }: PlannedStatement, { set, row, guard, guarded }: Kind, change: RowChange): void => {
  if (change.op === 'patch') for (const column of set) values.push(change.set[column] as SqlValue);
  for (const column of row) values.push(change.row[column] as SqlValue);
  if (change.op === 'patch') for (const column of guard) values.push(change.guard?.[column] as SqlValue);
  if (guarded) rows.push(change.row);
};

interface PlannedStatement extends WriterStatement {
  readonly table: Table;
  /** The guarded rows, to name the one that was not as expected. */
  readonly rows: AnyRow[];
}

/** What a batch changes. */
export type SqliteChanges = Pick<RowChanges, 'tables'> & Partial<Pick<RowChanges, 'own'>>;

const noStatements: readonly OwnStatement[] = [];

/** Makes the function that writes a batch in one immediate transaction of the writing thread. */
export const createSqliteWriter = (
  thread: Pick<WriterThread, 'write'>,
): ((changes: SqliteChanges, follows?: boolean) => Promise<WriteResult>) => {
  const plans = new Map<Table, TablePlan>();
  const planOf = (table: Table): TablePlan => {
    let plan = plans.get(table);
    if (plan === undefined) plans.set(table, (plan = new TablePlan(table)));
    return plan;
  };
  return async (changes, follows = false) => {
    const planned: PlannedStatement[] = [];
    for (const [table, rows] of changes.tables()) planOf(table).plan(rows, planned);
    const { own = noStatements } = changes;
    const statements = planned.map(({ sql, guarded, width, values }) => ({ sql, guarded, width, values }));
    const missed = await thread.write(statements, follows, own).catch((error: unknown) => {
      const failed = own[(error as { own?: number }).own ?? -1];
      throw failed === undefined ? error : errorOfOwn(failed, error);
    });
    if (missed === null) return { ok: true };
    if (missed === 'left out') return { ok: false, conflict: null };
    const statement = planned[missed.index];
    const row = statement?.rows[missed.row];
    if (statement === undefined || row === undefined)
      throw new Error(`Expected the writing thread to name a guarded row, found ${JSON.stringify(missed)}.`);
    const { table } = statement;
    return { ok: false, conflict: { table: table.name, rows: [table.key.map((column) => row[column] as SqlValue)] } };
  };
};
