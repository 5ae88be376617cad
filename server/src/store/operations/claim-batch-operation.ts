import type { Database } from '../database.ts';
import { claimMs } from './claim-due.ts';

/**
 * Open batch operations, the oldest first. On a shared database they are this server's until they are released, or the claim is too old:
 * the server that made it may be dead.
 */
export const claimBatchOperations = async (
  database: Database,
  nowMs: number,
  limit: number,
): Promise<{ readonly key: number }[]> =>
  database.isShared
    ? database.rows(
        'UPDATE batch_operations SET claimed_ms = ? WHERE key IN (SELECT key FROM batch_operations WHERE is_open = 1' +
          ` AND (claimed_ms IS NULL OR claimed_ms <= ?) ORDER BY key LIMIT ?${database.skipLocked}) RETURNING key`,
        [nowMs, nowMs - claimMs, limit],
      )
    : database.rows('SELECT key FROM batch_operations WHERE is_open = 1 ORDER BY key LIMIT ?', [limit]);

/** Lets go of a claim, so that whoever comes first does the next bit. */
export const releaseBatchOperation = async (database: Database, key: number): Promise<void> => {
  if (database.isShared)
    await database.rows('UPDATE batch_operations SET claimed_ms = NULL WHERE key = ? RETURNING key', [key]);
};
