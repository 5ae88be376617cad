/** How often somebody may try, and how long they wait then. */
export interface Throttle {
  /** Milliseconds until the next try is taken; 0 when it is now. */
  waitMs(keys: readonly string[], nowMs: number): number;
  failed(keys: readonly string[], nowMs: number): void;
  succeeded(keys: readonly string[]): void;
  /** Lets tries that share a key happen one after the other: made all at once, none of them would know of the others' failures. */
  inTurn<A>(keys: readonly string[], attempt: () => Promise<A>): Promise<A>;
}

interface Tries {
  count: number;
  untilMs: number;
}

/** So many failures cost nothing; each further one doubles the wait. */
const free = 5;
const firstMs = 1_000;
/** Longest wait: nobody is locked out for good by somebody else's tries. */
const longestMs = 60_000;
/** A key without failures for so long starts anew. */
const forgetMs = 15 * 60_000;
/** Keys that are kept; of more the oldest are forgotten. */
const maxKeys = 10_000;

/** Counts failed logins per account and per address in the memory of this server. */
export const createThrottle = (): Throttle => {
  const tries = new Map<string, Tries>();
  /** The last try of each key that somebody is at. */
  const under = new Map<string, Promise<void>>();
  return {
    waitMs: (keys, nowMs) => Math.max(0, ...keys.map((key) => (tries.get(key)?.untilMs ?? 0) - nowMs)),
    failed: (keys, nowMs) => {
      for (const key of keys) {
        const before = tries.get(key);
        const count = before === undefined || nowMs - before.untilMs > forgetMs ? 1 : before.count + 1;
        const wait = count < free ? 0 : Math.min(longestMs, firstMs * 2 ** (count - free));
        // Set anew, so that the map's order is that of the last failure.
        tries.delete(key);
        tries.set(key, { count, untilMs: nowMs + wait });
        if (tries.size > maxKeys) tries.delete(tries.keys().next().value as string);
      }
    },
    succeeded: (keys) => {
      for (const key of keys) tries.delete(key);
    },
    inTurn: async (keys, attempt) => {
      const before = Promise.all(keys.map((key) => under.get(key) ?? Promise.resolve()));
      let end = (): void => undefined;
      const over = new Promise<void>((resolve) => (end = resolve));
      for (const key of keys) under.set(key, over);
      try {
        await before;
        return await attempt();
      } finally {
        end();
        for (const key of keys) if (under.get(key) === over) under.delete(key);
      }
    },
  };
};
