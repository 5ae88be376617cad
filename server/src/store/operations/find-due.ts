import type { Database } from '../database.ts';
import type { JobRow } from '../tables/jobs.ts';
import type { OutboxRow } from '../tables/outbox.ts';
import type { StartTimerRow } from '../tables/start-timers.ts';
import type { TimerRow } from '../tables/timers.ts';

/** Timers of instances that are due, in the order of their due times. */
export const findDueTimers = (database: Database, nowMs: number, limit: number): Promise<TimerRow[]> =>
  database.rows<TimerRow>('SELECT * FROM timers WHERE due_ms <= ? ORDER BY due_ms, key LIMIT ?', [nowMs, limit]);

export const findDueStartTimers = (database: Database, nowMs: number, limit: number): Promise<StartTimerRow[]> =>
  database.rows<StartTimerRow>('SELECT * FROM start_timers WHERE due_ms <= ? ORDER BY due_ms, key LIMIT ?', [
    nowMs,
    limit,
  ]);

/** Jobs whose lock ran out or whose back-off is over. */
export const findDueJobs = (database: Database, nowMs: number, limit: number): Promise<JobRow[]> =>
  database.rows<JobRow>('SELECT * FROM jobs WHERE due_ms IS NOT NULL AND due_ms <= ? ORDER BY due_ms LIMIT ?', [
    nowMs,
    limit,
  ]);

export const findDueOutbox = (database: Database, nowMs: number, limit: number): Promise<OutboxRow[]> =>
  database.rows<OutboxRow>('SELECT * FROM outbox WHERE due_ms <= ? ORDER BY due_ms, key LIMIT ?', [nowMs, limit]);

export const findExpiredMessages = (database: Database, nowMs: number, limit: number): Promise<{ key: number }[]> =>
  database.rows('SELECT key FROM messages WHERE expires_ms <= ? ORDER BY expires_ms LIMIT ?', [nowMs, limit]);

/** Idempotency keys that are older than anybody may still repeat. */
export const findOldCommands = (database: Database, beforeMs: number, limit: number): Promise<{ id: string }[]> =>
  database.rows('SELECT id FROM command_ids WHERE at_ms <= ? LIMIT ?', [beforeMs, limit]);

/** Instances whose last step used up its budget. */
export const findSuspendedSteps = (database: Database, limit: number): Promise<{ key: number }[]> =>
  database.rows('SELECT key FROM process_instances WHERE continuation IS NOT NULL ORDER BY key LIMIT ?', [limit]);

/** When the next thing comes due, epoch milliseconds; null when nothing waits for a time. */
export const findNextDue = async (database: Database): Promise<number | null> => {
  const sources = ['timers', 'start_timers', 'outbox'].map((table) => `(SELECT min(due_ms) FROM ${table}) AS ${table}`);
  const [row] = await database.rows<Record<string, number | null>>(
    `SELECT ${sources.join(', ')}, (SELECT min(due_ms) FROM jobs WHERE due_ms IS NOT NULL) AS jobs, (SELECT min(expires_ms) FROM messages) AS messages`,
  );
  const times = Object.values(row ?? {}).filter((value) => value !== null);
  return times.length === 0 ? null : Math.min(...times);
};
