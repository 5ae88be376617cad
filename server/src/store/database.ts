import type { Knex } from 'knex';
import type { RowChanges } from './row-changes.ts';
import type { AnyRow, SqlValue } from './table.ts';

/** The changes of a batch could not be written because somebody else changed a guarded row first. Nothing was written. */
export interface WriteConflict {
  readonly table: string;
  /** The primary keys of the rows that were not as expected; empty where the database does not tell which. */
  readonly rows: readonly (readonly SqlValue[])[];
}
/** What became of a write. `conflict` is null where the write that it follows was not taken. */
export type WriteResult = { readonly ok: true } | { readonly ok: false; readonly conflict: WriteConflict | null };

/** A statement that reads, with `?` placeholders. */
export interface Read {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

/**
 * One open database. Knex makes the schema and the searches; the commit path and the hot reads go to the driver directly, because the
 * builder costs more than the statement (measured: 16 to 75 times a prepared statement on SQLite).
 */
export interface Database {
  readonly dialect: 'sqlite' | 'postgresql';
  /** Whether several servers may work on it at the same time. */
  readonly isShared: boolean;
  /** SQL at the end of a SELECT for rows that are about to be changed: leaves out those that others are changing. */
  readonly skipLocked: string;
  readonly knex: Knex;
  /** Reads rows by a statement with `?` placeholders. The statement text should be constant: it is prepared once. */
  rows<T>(sql: string, params?: readonly SqlValue[]): Promise<T[]>;
  /** Several reads that see the database at one and the same moment; the rows of each, in their order. */
  snapshot(reads: readonly Read[]): Promise<AnyRow[][]>;
  /** SQL for "column is one of the values of the next placeholder"; pass the values through `list`. */
  isIn(column: string, type: 'int' | 'text'): string;
  /** Packs values for the placeholder of `isIn`. */
  list(values: readonly (number | string)[]): SqlValue;
  /**
   * Writes all changes in one transaction, durably, or nothing. Throws where the database fails. A write that `follows` is given before the one before
   * it is answered, and is taken only when that one is; for a database of our own. (Default: false.)
   */
  write(changes: RowChanges, follows?: boolean): Promise<WriteResult>;
  /** Takes `count` fresh keys out of the database's counter and returns the first. They are never handed out again. */
  takeKeys(count: number): Promise<number>;
  /** Throws the error of a full disk where hardly anything more would fit; a database on another machine does not show that. */
  checkRoom(): Promise<void>;
  close(): Promise<void>;
}
