import BetterSqlite from 'better-sqlite3';
import type { Statement } from 'better-sqlite3';
import type { Knex } from 'knex';
import type { Database, Read, WriteResult } from '../src/store/database.ts';
import type { RowChanges } from '../src/store/row-changes.ts';
import { createSqliteWriter } from '../src/store/sqlite/write-sqlite.ts';
import type { AnyRow, SqlValue } from '../src/store/table.ts';
import { keyTaker, statementWriter } from '../threads/write-statements.mjs';

/** What a batch writes, as far as the store looks at it. */
export type Changes = Pick<RowChanges, 'tables'>;

/** The database of all nodes of a run, in memory: a real SQLite that is asked one thing after the other. */
export interface SimStore {
  rows<T>(sql: string, params?: readonly SqlValue[]): T[];
  /** Several reads of one moment. */
  snapshot(reads: readonly Read[]): AnyRow[][];
  /** Whether a statement changes something. */
  isChanging(sql: string): boolean;
  write(changes: Changes): Promise<WriteResult>;
  takeKeys(count: number): number;
  /** Answered at once, for those who look from outside. It reads only. */
  readonly database: Database;
  close(): void;
}

/** PostgreSQL's codes, which the runtime knows from shared databases. */
const translated = (error: unknown): unknown => {
  const { code } = error as { code?: string };
  return code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || code === 'SQLITE_CONSTRAINT_UNIQUE'
    ? Object.assign(new Error('two inserts of the same key', { cause: error }), { code: '23505' })
    : error;
};

/** Opens a copy of a template, see `template.ts`. `knex` serves searches of the API, of which a run has none. */
export const openSimStore = (template: Buffer, knex: Knex): SimStore => {
  const connection = new BetterSqlite(template);
  // The copy is this run's alone and dies with it: nothing is locked, and nothing is made durable.
  for (const pragma of [
    'locking_mode = EXCLUSIVE',
    'journal_mode = MEMORY',
    'synchronous = OFF',
    'temp_store = MEMORY',
  ])
    connection.pragma(pragma);
  connection.pragma('foreign_keys = ON');
  connection.pragma('case_sensitive_like = ON');
  const statements = new Map<string, Statement>();
  const prepared = (sql: string): Statement => {
    let statement = statements.get(sql);
    if (statement === undefined) statements.set(sql, (statement = connection.prepare(sql)));
    return statement;
  };
  const rows = <T>(sql: string, params: readonly SqlValue[] = []): T[] => {
    try {
      return prepared(sql).all(...params) as T[];
    } catch (error) {
      throw translated(error);
    }
  };
  const writeStatements = statementWriter(connection);
  const writer = createSqliteWriter({
    // Async although nothing waits: an error becomes a rejection.
    write: async (planned) => {
      try {
        return writeStatements(planned);
      } catch (error) {
        throw translated(error);
      }
    },
  });
  const readsOnly = (): Promise<never> => Promise.reject(new Error('Expected to look only, found a change.'));
  const snapshot = (reads: readonly Read[]): AnyRow[][] => reads.map(({ sql, params }) => rows<AnyRow>(sql, params));
  return {
    rows,
    snapshot,
    isChanging: (sql) => !prepared(sql).readonly,
    write: writer,
    takeKeys: keyTaker(connection),
    database: {
      dialect: 'sqlite',
      isShared: true,
      // One thing happens after the other: nothing is being changed by others.
      skipLocked: '',
      knex,
      rows: async <T>(sql: string, params: readonly SqlValue[] = []) => rows<T>(sql, params),
      snapshot: async (reads) => snapshot(reads),
      isIn: (column) => `${column} IN (SELECT value FROM json_each(?))`,
      list: (values) => JSON.stringify(values),
      write: readsOnly,
      takeKeys: readsOnly,
      checkRoom: async () => undefined,
      close: async () => undefined,
    },
    close: () => void connection.close(),
  };
};
