import type { Key } from '@baton/engine';

/** Callers that wait for the end of an instance. */
export interface CompletionWaiters {
  /** Resolves true when the instance ended, false after `waitMs` milliseconds. Look at the instance once after calling this. */
  wait(key: Key, waitMs: number): { readonly ended: Promise<boolean>; readonly cancel: () => void };
  ended(keys: Iterable<Key>): void;
  close(): void;
}

export const createCompletionWaiters = (): CompletionWaiters => {
  const waiting = new Map<Key, Set<(ended: boolean) => void>>();
  return {
    wait: (key, waitMs) => {
      let settle: (ended: boolean) => void = () => undefined;
      const ended = new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => settle(false), waitMs);
        settle = (value) => {
          clearTimeout(timer);
          const others = waiting.get(key);
          others?.delete(settle);
          if (others?.size === 0) waiting.delete(key);
          resolve(value);
        };
        const others = waiting.get(key);
        if (others === undefined) waiting.set(key, new Set([settle]));
        else others.add(settle);
      });
      return { ended, cancel: () => settle(false) };
    },
    ended: (keys) => {
      for (const key of keys) for (const settle of [...(waiting.get(key) ?? [])]) settle(true);
    },
    close: () => {
      for (const settlers of [...waiting.values()]) for (const settle of [...settlers]) settle(false);
    },
  };
};
