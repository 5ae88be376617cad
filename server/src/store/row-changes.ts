import type { AnyRow, Columns, RowOf, SqlValue, Table } from './table.ts';

/** What a batch wants to do to one row. Guards are columns that the stored row must still hold, else the whole batch is refused. */
export type RowChange =
  | { readonly op: 'insert'; readonly row: AnyRow }
  /** Inserts the row, or overwrites the one that is there. */
  | { readonly op: 'upsert'; readonly row: AnyRow }
  | { readonly op: 'patch'; readonly row: AnyRow; readonly set: AnyRow; readonly guard: AnyRow | null }
  | { readonly op: 'delete'; readonly row: AnyRow; readonly mustExist: boolean };

/** Tells rows of a table apart. Most keys are one or two integers, and this is asked for every change of every row. */
const rowId = (table: Table, row: AnyRow): string => {
  const [first, second, third] = table.key as readonly [string, string?, string?];
  if (second === undefined) return String(row[first]);
  if (third === undefined && table.columns[first]?.sql === 'int' && table.columns[second]?.sql === 'int')
    return `${row[first]}:${row[second]}`;
  return JSON.stringify(table.key.map((column) => row[column]));
};

const keyOf = (table: Table, row: AnyRow): AnyRow => {
  const key: Record<string, SqlValue> = {};
  for (const column of table.key) key[column] = row[column] as SqlValue;
  return key;
};

/** Without the types of its columns. */
const plain = <C extends Columns>(table: Table<C>): Table => table as unknown as Table;

type KeyOf<C extends Columns> = Partial<RowOf<Table<C>>>;

/**
 * The row changes of one batch, coalesced: each row is written at most once however many commands touched it, and a row that came and
 * went inside the batch is never written at all. Also what later commands of the same batch look at to see uncommitted work.
 */
export class RowChanges {
  readonly #tables = new Map<Table, Map<string, RowChange>>();
  readonly #overlays = new Map<Table, Map<string, Set<string>>>();
  /** Rows and sets of columns that were copied here, so that nobody else holds them: further patches go into them. */
  readonly #own = new Set<AnyRow>();

  /** A row that is not stored yet. */
  insert<C extends Columns>(table: Table<C>, row: RowOf<Table<C>>): void {
    const id = rowId(plain(table), row as AnyRow);
    const before = this.#change(plain(table), id);
    if (before?.op === 'delete') this.#put(plain(table), id, { op: 'upsert', row: row as AnyRow });
    else this.#put(plain(table), id, { op: 'insert', row: row as AnyRow });
  }

  /** A row of which it is not known whether it is stored. */
  upsert<C extends Columns>(table: Table<C>, row: RowOf<Table<C>>): void {
    const id = rowId(plain(table), row as AnyRow);
    const before = this.#change(plain(table), id);
    this.#put(plain(table), id, { op: before?.op === 'insert' ? 'insert' : 'upsert', row: row as AnyRow });
  }

  /** Changes columns of a row that is stored or pending. `key` names the row. */
  patch<C extends Columns>(
    table: Table<C>,
    key: KeyOf<C>,
    set: Partial<RowOf<Table<C>>>,
    guard: Partial<RowOf<Table<C>>> | null = null,
  ): void {
    const row = key as AnyRow;
    const id = rowId(plain(table), row);
    const before = this.#change(plain(table), id);
    const change = set as AnyRow;
    if (before === undefined) {
      this.#put(plain(table), id, {
        op: 'patch',
        row: keyOf(plain(table), row),
        set: change,
        guard: guard as AnyRow | null,
      });
    } else if (before.op === 'patch') {
      if (before.guard !== null || guard === null) {
        if (this.#add(before.set, change)) return;
      }
      // The first guard of a batch is the one that speaks about the stored row.
      const merged = this.#copy(before.set, change);
      this.#put(plain(table), id, { ...before, set: merged, guard: before.guard ?? (guard as AnyRow | null) });
    } else if (before.op === 'insert' || before.op === 'upsert') {
      // Those who were shown pending rows by their group may still look at them.
      if (table.overlay === undefined && this.#add(before.row, change)) return;
      this.#forget(plain(table), before.row);
      this.#put(plain(table), id, { op: before.op, row: this.#copy(before.row, change) });
    }
    // A patch of a row that was deleted in this batch has nothing left to change.
  }

  /** Removes a row; with `mustExist` the batch is refused when somebody else removed it first. */
  delete<C extends Columns>(table: Table<C>, key: KeyOf<C>, mustExist = false): void {
    const row = keyOf(plain(table), key as AnyRow);
    const id = rowId(plain(table), row);
    const before = this.#change(plain(table), id);
    if (before?.op === 'insert') {
      this.#forget(plain(table), before.row);
      this.#tables.get(plain(table))?.delete(id);
      return;
    }
    if (before?.op === 'upsert') this.#forget(plain(table), before.row);
    this.#put(plain(table), id, {
      op: 'delete',
      row,
      mustExist: mustExist || (before?.op === 'patch' && before.guard !== null),
    });
  }

  /** What is pending for a row, if anything. */
  pending<C extends Columns>(table: Table<C>, key: KeyOf<C>): RowChange | undefined {
    return this.#change(plain(table), rowId(plain(table), key as AnyRow));
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
    for (const changes of this.#tables.values()) if (changes.size > 0) return false;
    return true;
  }

  /** Changes what was copied here before; false when it was not. */
  #add(into: AnyRow, change: AnyRow): boolean {
    if (!this.#own.has(into)) return false;
    Object.assign(into, change);
    return true;
  }

  #copy(row: AnyRow, change: AnyRow): AnyRow {
    const copy = { ...row, ...change };
    this.#own.add(copy);
    return copy;
  }

  #change(table: Table, id: string): RowChange | undefined {
    return this.#tables.get(table)?.get(id);
  }

  #put(table: Table, id: string, change: RowChange): void {
    let changes = this.#tables.get(table);
    if (changes === undefined) this.#tables.set(table, (changes = new Map<string, RowChange>()));
    changes.set(id, change);
    if (table.overlay === undefined || (change.op !== 'insert' && change.op !== 'upsert')) return;
    let groups = this.#overlays.get(table);
    if (groups === undefined) this.#overlays.set(table, (groups = new Map<string, Set<string>>()));
    const group = table.overlay(change.row);
    let ids = groups.get(group);
    if (ids === undefined) groups.set(group, (ids = new Set()));
    ids.add(id);
  }

  #forget(table: Table, row: AnyRow): void {
    if (table.overlay !== undefined) this.#overlays.get(table)?.get(table.overlay(row))?.delete(rowId(table, row));
  }
}
