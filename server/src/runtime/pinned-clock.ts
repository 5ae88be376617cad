import type { Clock } from './clock.ts';

/** A clock that can be made to stand still, for tests of processes that wait for days. */
export interface PinnableClock extends Clock {
  /** Stands still at this time from now on, epoch milliseconds; it may be earlier than now. */
  pin(ms: number): void;
  /** Goes by the clock below again. */
  reset(): void;
}

/** What waits by it (`after`) waits for real milliseconds also while it stands still. */
export const createPinnableClock = (below: Clock): PinnableClock => {
  let pinnedMs: number | null = null;
  return {
    nowMs: () => pinnedMs ?? below.nowMs(),
    after: below.after,
    pin: (ms) => void (pinnedMs = ms),
    reset: () => void (pinnedMs = null),
  };
};
