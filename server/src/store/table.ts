/** What a column holds. Everything is an integer (keys, epoch milliseconds, counters, 0/1) or a text (also JSON), in both databases. */
export interface Column<T> {
  readonly sql: 'int' | 'text';
  readonly nullable: boolean;
  /** Only carries the TypeScript type. */
  readonly sample?: T;
}

export const int: Column<number> = { sql: 'int', nullable: false };
export const text: Column<string> = { sql: 'text', nullable: false };
export const intOrNull: Column<number | null> = { sql: 'int', nullable: true };
export const textOrNull: Column<string | null> = { sql: 'text', nullable: true };

export type Columns = Readonly<
  Record<string, Column<number> | Column<string> | Column<number | null> | Column<string | null>>
>;

/** A table as the commit path needs to know it. The schema itself is made by the migrations; a test compares the two. */
export interface Table<C extends Columns = Columns> {
  readonly name: string;
  readonly columns: C;
  /** The columns of the primary key, in its order. */
  readonly key: readonly (keyof C & string)[];
  /** Columns beside these that belong to `claim-due.ts` alone, and are never written with the row. */
  readonly claim?: readonly string[];
  /** Groups pending rows so that a batch finds what it has not committed yet. */
  readonly overlay?: (row: RowOf<Table<C>>) => string;
}

/** The TypeScript type of one row of a table. */
export type RowOf<T> = T extends Table<infer C> ? { [N in keyof C]: C[N] extends Column<infer V> ? V : never } : never;

export type SqlValue = number | string | null;
export type AnyRow = Readonly<Record<string, SqlValue>>;

/** Declares a table. */
export const defineTable = <C extends Columns>(table: Table<C>): Table<C> => table;
