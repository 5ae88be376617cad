import type { OwnStatement } from './own-statement.ts';
import type { AnyRow, Columns, RowOf, SqlValue, Table } from './table.ts';

/** What a batch wants to do to one row. Guards are columns that the stored row must still hold, else the whole batch is refused. */
export type RowChange =
  | { readonly op: 'insert'; readonly row: AnyRow }
  /** Inserts the row, or overwrites the one that is there. */
  | { readonly op: 'upsert'; readonly row: AnyRow }
  | { readonly op: 'patch'; readonly row: AnyRow; readonly set: AnyRow; readonly guard: AnyRow | null }
  | { readonly op: 'delete'; readonly row: AnyRow; readonly mustExist: boolean };

type RowId = number | string;

/** Tells rows of a table apart. Keys are unique in all the database, so that most rows have a number; this is asked for every change of every row. */
const rowId = (table: Table, row: AnyRow): RowId => {
  const { key } = table;
  if (key[key.length - 1] === 'key') return row['key'] as number;
  if (key.length === 1) return row[key[0] as string] as RowId;
  if (key[1] === 'seq') return `${row[key[0] as string]}:${row['seq']}`;
  return JSON.stringify(key.map((column) => row[column]));
};

const keyOf = (table: Table, row: AnyRow): AnyRow => {
  const key: Record<string, SqlValue> = {};
  for (const column of table.key) key[column] = row[column] as SqlValue;
  return key;
};

/** Without the types of its columns. */
const plain = <C extends Columns>(table: Table<C>): Table => table as unknown as Table;

type KeyOf<C extends Columns> = Partial<RowOf<Table<C>>>;

/** While a batch is decided its rows are its own, and are changed where they are: copying them for every change would cost most of a step. */
type Own<T> = { -readonly [N in keyof T]: T[N] };

/**
 * The row changes of one batch, coalesced: each row is written at most once however many commands touched it, and a row that came and
 * went inside the batch is never written at all. What it is given is its own from then on. Also what later commands of the same batch look at to see uncommitted work.
 */
export class RowChanges {
  readonly #tables = new Map<Table, Map<RowId, RowChange>>();
  readonly #overlays = new Map<Table, Map<string, Set<RowId>>>();
  /** Statements of the embedding program, in their order; carried out after all rows. */
  readonly own: OwnStatement[] = [];

  /** A row that is not stored yet. */
  insert<C extends Columns>(table: Table<C>, row: RowOf<Table<C>>): void {
    const before = this.#change(plain(table), row as AnyRow);
    if (before?.op === 'delete') this.#put(plain(table), { op: 'upsert', row: row as AnyRow });
    else this.#put(plain(table), { op: 'insert', row: row as AnyRow });
  }

  /** A row of which it is not known whether it is stored. */
  upsert<C extends Columns>(table: Table<C>, row: RowOf<Table<C>>): void {
    const before = this.#change(plain(table), row as AnyRow);
    this.#put(plain(table), { op: before?.op === 'insert' ? 'insert' : 'upsert', row: row as AnyRow });
  }

  /** Changes columns of a row that is stored or pending. `key` names the row. */
  patch<C extends Columns>(
    table: Table<C>,
    key: KeyOf<C>,
    set: Partial<RowOf<Table<C>>>,
    guard: Partial<RowOf<Table<C>>> | null = null,
  ): void {
    const row = key as AnyRow;
    const before = this.#change(plain(table), row);
    const change = set as AnyRow;
    if (before === undefined) {
      this.#put(plain(table), {
        op: 'patch',
        row: keyOf(plain(table), row),
        set: change,
        guard: guard as AnyRow | null,
      });
    } else if (before.op === 'patch') {
      // The first guard of a column is the one that speaks about the stored row.
      if (guard !== null) (before as Own<typeof before>).guard = { ...(guard as AnyRow), ...before.guard };
      Object.assign(before.set, change);
    } else if (before.op === 'insert' || before.op === 'upsert') {
      this.#forget(plain(table), before.row);
      Object.assign(before.row, change);
      this.#list(plain(table), before.row);
    }
    // A patch of a row that was deleted in this batch has nothing left to change.
  }

  /** Removes a row; with `mustExist` the batch is refused when somebody else removed it first. */
  delete<C extends Columns>(table: Table<C>, key: KeyOf<C>, mustExist = false): void {
    const row = keyOf(plain(table), key as AnyRow);
    const before = this.#change(plain(table), row);
    if (before?.op === 'insert') {
      this.#forget(plain(table), before.row);
      this.#tables.get(plain(table))?.delete(rowId(plain(table), row));
      return;
    }
    if (before?.op === 'upsert') this.#forget(plain(table), before.row);
    this.#put(plain(table), {
      op: 'delete',
      row,
      mustExist: mustExist || (before?.op === 'patch' && before.guard !== null),
    });
  }

  /** What is pending for a row, if anything. */
  pending<C extends Columns>(table: Table<C>, key: KeyOf<C>): RowChange | undefined {
    return this.#change(plain(table), key as AnyRow);
  }

  /** Pending new rows of a table with an overlay, by their group. */
  pendingRows<C extends Columns>(table: Table<C>, group: string): RowOf<Table<C>>[] {
    const changes = this.#tables.get(plain(table));
    const ids = this.#overlays.get(plain(table))?.get(group);
    if (changes === undefined || ids === undefined) return [];
    return [...ids].map((id) => changes.get(id)?.row as RowOf<Table<C>>);
  }

  /** Every change, table by table. */
  *tables(): IterableIterator<[Table, RowChange[]]> {
    for (const [table, changes] of this.#tables) if (changes.size > 0) yield [table, [...changes.values()]];
  }

  get isEmpty(): boolean {
    if (this.own.length > 0) return false;
    for (const changes of this.#tables.values()) if (changes.size > 0) return false;
    return true;
  }

  #change(table: Table, row: AnyRow): RowChange | undefined {
    return this.#tables.get(table)?.get(rowId(table, row));
  }

  #put(table: Table, change: RowChange): void {
    let changes = this.#tables.get(table);
    if (changes === undefined) this.#tables.set(table, (changes = new Map<RowId, RowChange>()));
    changes.set(rowId(table, change.row), change);
    if (change.op === 'insert' || change.op === 'upsert') this.#list(table, change.row);
  }

  /** Puts a new row where its group is looked for. */
  #list(table: Table, row: AnyRow): void {
    if (table.overlay === undefined) return;
    let groups = this.#overlays.get(table);
    if (groups === undefined) this.#overlays.set(table, (groups = new Map<string, Set<RowId>>()));
    const group = table.overlay(row);
    let ids = groups.get(group);
    if (ids === undefined) groups.set(group, (ids = new Set()));
    ids.add(rowId(table, row));
  }

  #forget(table: Table, row: AnyRow): void {
    if (table.overlay !== undefined) this.#overlays.get(table)?.get(table.overlay(row))?.delete(rowId(table, row));
  }
}
