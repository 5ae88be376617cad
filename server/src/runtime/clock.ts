/** Where the server takes the time from, and what wakes it. Tests and the simulation bring their own. */
export interface Clock {
  /** Epoch milliseconds. */
  nowMs(): number;
  /** Calls `wake` once, `ms` milliseconds from now. Returns what calls it off. */
  after(ms: number, wake: () => void): () => void;
}

/** Waits by the timers of the machine. */
export const afterOnMachine: Clock['after'] = (ms, wake) => {
  const timer = setTimeout(wake, ms);
  return () => clearTimeout(timer);
};

export const systemClock: Clock = { nowMs: () => Date.now(), after: afterOnMachine };

/** Resolves after `ms` milliseconds. */
export const sleep = (clock: Pick<Clock, 'after'>, ms: number): Promise<void> =>
  new Promise((resolve) => void clock.after(ms, resolve));
