import type { Database } from '../database.ts';

export const findExpiredMessages = (database: Database, nowMs: number, limit: number): Promise<{ key: number }[]> =>
  database.rows('SELECT key FROM messages WHERE expires_ms <= ? ORDER BY expires_ms LIMIT ?', [nowMs, limit]);

/** Idempotency keys that are older than anybody may still repeat. */
export const findOldCommands = (database: Database, beforeMs: number, limit: number): Promise<{ id: string }[]> =>
  database.rows('SELECT id FROM command_ids WHERE at_ms <= ? LIMIT ?', [beforeMs, limit]);

/** When the next thing comes due after a time, epoch milliseconds; null when nothing waits for a time. */
export const findNextDue = async (database: Database, afterMs: number): Promise<number | null> => {
  const sources = ['timers', 'start_timers', 'outbox', 'jobs'].map(
    (table) => `(SELECT min(due_ms) FROM ${table} WHERE due_ms > ?) AS ${table}`,
  );
  const [row] = await database.rows<Record<string, number | null>>(
    `SELECT ${sources.join(', ')}, (SELECT min(expires_ms) FROM messages WHERE expires_ms > ?) AS messages`,
    Array.from({ length: sources.length + 1 }, () => afterMs),
  );
  const times = Object.values(row ?? {}).filter((value) => value !== null);
  return times.length === 0 ? null : Math.min(...times);
};
