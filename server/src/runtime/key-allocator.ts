import { asKey } from '@baton/engine';
import type { Key } from '@baton/engine';
import type { Database } from '../store/database.ts';

const blockSize = 50_000;

/** Hands out keys from blocks that the database counted out to this server; what is left of a block at the end is never used. */
export interface KeyAllocator {
  /** Makes sure that so many calls of `next` will succeed without waiting. */
  reserve(count: number): Promise<void>;
  /** How often `next` will succeed. */
  left(): number;
  /** The next key. Throws when the reserve is used up. */
  next(): Key;
}

export const createKeyAllocator = (database: Database): KeyAllocator => {
  let next = 0;
  let end = 0;
  let spare: { first: number; end: number } | null = null;
  const left = (): number => end - next + (spare === null ? 0 : spare.end - spare.first);
  return {
    left,
    reserve: async (count) => {
      if (left() >= count) return;
      const size = Math.max(blockSize, count);
      const first = await database.takeKeys(size);
      // The rest of the present block is dropped when there is a spare one already: keys are plenty.
      if (next < end) {
        if (spare !== null) ({ first: next, end } = spare);
        spare = { first, end: first + size };
      } else {
        next = first;
        end = first + size;
      }
    },
    next: () => {
      if (next >= end && spare !== null) {
        ({ first: next, end } = spare);
        spare = null;
      }
      if (next >= end)
        throw new Error(`Expected a reserve of keys, found it used up: one step took more than ${blockSize}.`);
      return asKey(next++);
    },
  };
};
