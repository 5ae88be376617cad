import type { Key } from '@baton/engine';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { Refusal } from './refusal.ts';

/** Callers that wait until something has become of an instance. They hold no database connection meanwhile. */
export interface InstanceWatch {
  /**
   * Looks by `look` at once and whenever the instance may have changed, until that finds something. Null when `waitMs` milliseconds are over
   * or `signal` says that the caller has gone. Throws `Refusal`: RESOURCE_EXHAUSTED when too many wait, UNAVAILABLE when the server stops.
   */
  until<A>(key: Key, look: () => Promise<A | null>, waiting: Waiting): Promise<A | null>;
  /** These instances have changed. */
  changed(keys: Iterable<number>): void;
  /** How many callers wait now. */
  waiting(): number;
  /** Lets go of everybody: the server stops. */
  close(): void;
}

export interface Waiting {
  readonly waitMs: number;
  readonly signal: AbortSignal;
}

export interface InstanceWatchOptions {
  /** (Default: that of the machine.) */
  readonly clock?: Pick<Clock, 'after'>;
  /** How often to look without a hint, milliseconds: another server on the same database gives none. (Default: never.) */
  readonly pollMs?: number;
  /** How many callers may wait. (Default: 10,000.) */
  readonly capacity?: number;
}

export const createInstanceWatch = ({
  clock = systemClock,
  pollMs = Infinity,
  capacity = 10_000,
}: InstanceWatchOptions = {}): InstanceWatch => {
  const watching = new Map<Key, Set<() => void>>();
  let count = 0;
  let closed = false;

  const enter = (key: Key, wake: () => void): void => {
    if (count >= capacity)
      throw new Refusal(
        'RESOURCE_EXHAUSTED',
        `Expected fewer than ${capacity} waiting requests. What was asked for goes on; look at it in a moment.`,
      );
    count += 1;
    const others = watching.get(key);
    if (others === undefined) watching.set(key, new Set([wake]));
    else others.add(wake);
  };
  const leave = (key: Key, wake: () => void): void => {
    count -= 1;
    const others = watching.get(key);
    others?.delete(wake);
    if (others?.size === 0) watching.delete(key);
  };
  const wakeAll = (wakers: Iterable<() => void>): void => {
    for (const wake of [...wakers]) wake();
  };

  return {
    until: async (key, look, { waitMs, signal }) => {
      let isStale = false;
      let isOver = false;
      let goOn: () => void = () => undefined;
      const wake = (): void => {
        isStale = true;
        goOn();
      };
      enter(key, wake);
      const callOff = clock.after(waitMs, () => {
        isOver = true;
        goOn();
      });
      signal.addEventListener('abort', wake);
      try {
        for (;;) {
          // Before looking: what is committed while it looks asks for another look.
          isStale = false;
          const found = await look();
          if (found !== null) return found;
          if (closed)
            throw new Refusal(
              'UNAVAILABLE',
              'The server is stopping. What was asked for goes on; look at it when it is back.',
            );
          if (isOver || signal.aborted) return null;
          if (!isStale) await pause(clock, pollMs, (resolve) => (goOn = resolve));
        }
      } finally {
        callOff();
        signal.removeEventListener('abort', wake);
        leave(key, wake);
      }
    },
    changed: (keys) => {
      for (const key of keys) wakeAll(watching.get(key as Key) ?? []);
    },
    waiting: () => count,
    close: () => {
      closed = true;
      for (const wakers of [...watching.values()]) wakeAll(wakers);
    },
  };
};

/** Ends after `ms` milliseconds (never for Infinity), or when the function that `hand` gets is called. */
const pause = (clock: Pick<Clock, 'after'>, ms: number, hand: (resolve: () => void) => void): Promise<void> =>
  new Promise((resolve) => {
    const callOff = ms === Infinity ? null : clock.after(ms, resolve);
    hand(() => {
      callOff?.();
      resolve();
    });
  });
