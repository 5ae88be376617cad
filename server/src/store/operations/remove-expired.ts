import type { Database } from '../database.ts';

/** Removes messages whose time to live is over, unless somebody has to do with them right now. Answers how many. For a shared database. */
export const removeExpiredMessages = async (database: Database, nowMs: number, limit: number): Promise<number> => {
  const removed = await database.rows(
    `DELETE FROM messages WHERE key IN (SELECT key FROM messages WHERE expires_ms <= ? ORDER BY expires_ms LIMIT ?${database.skipLocked}) RETURNING key`,
    [nowMs, limit],
  );
  return removed.length;
};

/** Removes idempotency keys that are older than anybody may still repeat. Answers how many. For a shared database. */
export const removeOldCommands = async (database: Database, beforeMs: number, limit: number): Promise<number> => {
  const removed = await database.rows(
    `DELETE FROM command_ids WHERE id IN (SELECT id FROM command_ids WHERE at_ms <= ? LIMIT ?${database.skipLocked}) RETURNING id`,
    [beforeMs, limit],
  );
  return removed.length;
};

/** Forgets addresses of messages where nothing was done for so long that no batch can still be on its way there. Answers how many. */
export const removeOldAddresses = async (database: Database, beforeMs: number, limit: number): Promise<number> => {
  const removed = await database.rows(
    `DELETE FROM message_addresses WHERE (tenant_id, name, correlation_key) IN (SELECT tenant_id, name, correlation_key FROM message_addresses WHERE at_ms <= ? LIMIT ?${database.skipLocked}) RETURNING at_ms`,
    [beforeMs, limit],
  );
  return removed.length;
};
