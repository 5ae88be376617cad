import { afterOnMachine } from './clock.ts';
import type { Clock } from './clock.ts';

/** A clock that is set by the database, so that all servers on it agree on what is due, whatever their machines say. */
export interface SyncedClock extends Clock {
  /** The database said `nowMs` (epoch) to a question that was sent and answered at these times of `performance.now()`. */
  set(nowMs: number, sentMs: number, answeredMs: number): void;
}

/**
 * It goes on by the monotonic clock of the machine and never goes back: what it was set back by is caught up with by standing still.
 * `monotonic`: milliseconds. (Default: that of the machine.)
 */
export const createSyncedClock = (monotonic: () => number = () => performance.now()): SyncedClock => {
  let baseMs = Date.now();
  let atMs = monotonic();
  let latestMs = 0;
  return {
    nowMs: () => {
      latestMs = Math.max(latestMs, Math.floor(baseMs + monotonic() - atMs));
      return latestMs;
    },
    after: afterOnMachine,
    set: (nowMs, sentMs, answeredMs) => {
      baseMs = nowMs;
      // The database looked at its clock somewhere between.
      atMs = (sentMs + answeredMs) / 2;
    },
  };
};
