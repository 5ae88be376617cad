import type { Database } from '../database.ts';

/** How long the database may take to end it, milliseconds. */
const limitMs = 2_000;

/**
 * Ends a session of Baton's in PostgreSQL and waits until it is gone: what it was to write is then either stored or never will be. Answers whether it
 * is gone. A network may deliver a COMMIT long after its sender has given up, so looking alone would not tell.
 */
export const endSession = async (database: Database, session: number): Promise<boolean> => {
  const ended = await database.rows<{ gone: boolean }>(
    `SELECT pg_terminate_backend(pid, ${limitMs}) AS gone FROM pg_stat_activity WHERE pid = ? AND datname = current_database() AND application_name = 'baton'`,
    [session],
  );
  return ended.every(({ gone }) => gone);
};
