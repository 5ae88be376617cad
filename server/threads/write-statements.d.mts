import type { Database } from 'better-sqlite3';
import type { OwnStatement } from '../src/store/own-statement.ts';
import type { MissedRow, WriterStatement } from '../src/store/sqlite/writer-thread.ts';

/** Runs everything or nothing; answers the guarded row that was not as expected. */
export const statementWriter: (
  database: Database,
) => (statements: readonly WriterStatement[], own?: readonly OwnStatement[]) => MissedRow | null;
/** Counts out so many fresh keys and answers the first. */
export const keyTaker: (database: Database) => (count: number) => number;
