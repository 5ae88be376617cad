import type { Database } from '../database.ts';
import type { Table } from '../table.ts';
import { jobs } from '../tables/jobs.ts';
import type { JobRow } from '../tables/jobs.ts';
import { outbox } from '../tables/outbox.ts';
import type { OutboxRow } from '../tables/outbox.ts';
import { startTimers } from '../tables/start-timers.ts';
import type { StartTimerRow } from '../tables/start-timers.ts';
import { timers } from '../tables/timers.ts';
import type { TimerRow } from '../tables/timers.ts';

/** How long a server has for what it claimed, milliseconds. Then another one may try: the first may be dead. */
export const claimMs = 10_000;

/**
 * Rows that are due, in the order of their due times. On a shared database they are this server's from now on: a claim is the time at which it was made
 * and the due time that it was made for, and holds until it is too old or the row has another one. Rows that others are changing right now are left
 * to them.
 */
const claimDue = async <R extends { readonly due_ms: number | null }>(
  database: Database,
  table: Table,
  nowMs: number,
  limit: number,
): Promise<R[]> => {
  const order = `ORDER BY due_ms, key LIMIT ?`;
  if (!database.isShared)
    return database.rows<R>(`SELECT * FROM ${table.name} WHERE due_ms <= ? ${order}`, [nowMs, limit]);
  const key = table.key.join(', ');
  const rows = await database.rows<R>(
    `UPDATE ${table.name} SET claimed_ms = ?, claimed_for = due_ms WHERE (${key}) IN (SELECT ${key} FROM ${table.name} WHERE due_ms <= ?` +
      ` AND (claimed_for IS NULL OR claimed_for <> due_ms OR claimed_ms <= ?) ${order}${database.skipLocked}) RETURNING *`,
    [nowMs, nowMs, nowMs - claimMs, limit],
  );
  return rows.sort((a, b) => (a.due_ms ?? 0) - (b.due_ms ?? 0));
};

/** Timers of instances. */
export const claimDueTimers = (database: Database, nowMs: number, limit: number): Promise<TimerRow[]> =>
  claimDue(database, plain(timers), nowMs, limit);

export const claimDueStartTimers = (database: Database, nowMs: number, limit: number): Promise<StartTimerRow[]> =>
  claimDue(database, plain(startTimers), nowMs, limit);

/** Jobs whose lock ran out or whose back-off is over. */
export const claimDueJobs = (database: Database, nowMs: number, limit: number): Promise<JobRow[]> =>
  claimDue(database, plain(jobs), nowMs, limit);

export const claimDueOutbox = (database: Database, nowMs: number, limit: number): Promise<OutboxRow[]> =>
  claimDue(database, plain(outbox), nowMs, limit);

const plain = (table: { readonly name: string }): Table => table as Table;

/** Instances whose last step used up its budget, but for those that are suspended. A claim of one holds for its present revision only. */
export const claimSuspendedSteps = (database: Database, nowMs: number, limit: number): Promise<{ key: number }[]> =>
  database.isShared
    ? database.rows(
        'UPDATE process_instances SET claimed_ms = ?, claimed_for = revision WHERE key IN (SELECT key FROM process_instances' +
          ' WHERE continuation IS NOT NULL AND suspended_ms IS NULL AND (claimed_for IS NULL OR claimed_for <> revision OR claimed_ms <= ?)' +
          ` ORDER BY key LIMIT ?${database.skipLocked}) RETURNING key`,
        [nowMs, nowMs - claimMs, limit],
      )
    : database.rows(
        'SELECT key FROM process_instances WHERE continuation IS NOT NULL AND suspended_ms IS NULL ORDER BY key LIMIT ?',
        [limit],
      );

/** The ended instance at the top of its calls whose time has been over for longest; null when there is none. */
export const claimRemovable = async (database: Database, nowMs: number): Promise<number | null> => {
  const [row] = database.isShared
    ? await database.rows<{ key: number }>(
        'UPDATE process_instances SET claimed_ms = ? WHERE key IN (SELECT key FROM process_instances WHERE remove_ms <= ?' +
          ` AND (claimed_ms IS NULL OR claimed_ms <= ?) ORDER BY remove_ms LIMIT 1${database.skipLocked}) RETURNING key`,
        [nowMs, nowMs, nowMs - claimMs],
      )
    : await database.rows<{ key: number }>(
        'SELECT key FROM process_instances WHERE remove_ms <= ? ORDER BY remove_ms LIMIT 1',
        [nowMs],
      );
  return row?.key ?? null;
};
