import type { Logger } from 'pino';
import type { Database } from '../store/database.ts';
import type { Clock } from './clock.ts';
import { isStoreLost, troubleOf, troubleText } from './store-trouble.ts';
import type { StoreTrouble } from './store-trouble.ts';

/** Whether the database takes changes. */
export interface StoreHealth {
  /** What keeps it from taking changes, and since when (epoch milliseconds); null while nothing does. */
  trouble(): { readonly reason: StoreTrouble; readonly sinceMs: number } | null;
  /** Tries no more. */
  stop(): void;
}

export interface StoreHealthOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  /** Called when nobody knows any more what is on the disk; what goes on after that may not be so. */
  readonly failStop: (error: unknown) => void;
}

/** How long after a failure the database is tried again, milliseconds: without traffic nobody else would find out that it is well again. */
const probeMs = 1_000;

/**
 * Watches what a database answers. One that fails for a while is tried again every second, until it takes a change; only that ends the trouble,
 * because a small command may still find room where the next one does not.
 */
export const watchStore = ({
  database,
  clock,
  log,
  failStop,
}: StoreHealthOptions): { readonly database: Database; readonly health: StoreHealth } => {
  let trouble: { readonly reason: StoreTrouble; readonly sinceMs: number } | null = null;
  let disarm: (() => void) | null = null;
  let stopped = false;

  const note = (error: unknown): void => {
    if (isStoreLost(error)) failStop(error);
    const reason = troubleOf(error);
    if (reason === null || stopped) return;
    if (trouble?.reason !== reason) log.error({ err: error, reason }, troubleText[reason]);
    trouble = { reason, sinceMs: trouble?.sinceMs ?? clock.nowMs() };
    disarm ??= clock.after(probeMs, () => void probe());
  };
  const probe = async (): Promise<void> => {
    disarm = null;
    try {
      await database.checkRoom();
      await database.takeKeys(1);
      if (trouble !== null) log.info({ reason: trouble.reason }, 'the database takes changes again');
      trouble = null;
    } catch (error) {
      note(error);
    }
  };
  const watched = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      note(error);
      throw error;
    }
  };
  return {
    database: {
      ...database,
      rows: (sql, params) => watched(database.rows(sql, params)),
      snapshot: (reads) => watched(database.snapshot(reads)),
      write: (changes, follows) => watched(database.write(changes, follows)),
      takeKeys: (count) => watched(database.takeKeys(count)),
    },
    health: {
      trouble: () => trouble,
      stop: () => {
        stopped = true;
        disarm?.();
      },
    },
  };
};
