import { asKey } from '@baton/engine';
import type { Key } from '@baton/engine';
import type { Database } from '../store/database.ts';

const blockSize = 50_000;

/** Hands out keys from blocks that the database counted out to this server; what is left of a block at the end is never used. */
export interface KeyAllocator {
  /** Makes sure that so many calls of `next` will succeed without waiting. */
  reserve(count: number): Promise<void>;
  /** The next key, waiting for it where there is none. */
  take(): Promise<Key>;
  /** How often `next` will succeed; to be asked again after `reserve`, because others may take keys meanwhile. */
  left(): number;
  /** The next key. Throws when the reserve is used up. */
  next(): Key;
}

export const createKeyAllocator = (database: Database): KeyAllocator => {
  let next = 0;
  let end = 0;
  let spare: { first: number; end: number } | null = null;
  const left = (): number => end - next + (spare === null ? 0 : spare.end - spare.first);
  const reserve = async (count: number): Promise<void> => {
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
  };
  const takeNext = (): Key => {
    if (next >= end && spare !== null) {
      ({ first: next, end } = spare);
      spare = null;
    }
    if (next >= end)
      throw new Error(`Expected a reserve of keys, found it used up: one step took more than ${blockSize}.`);
    return asKey(next++);
  };
  return {
    left,
    reserve,
    next: takeNext,
    take: async () => {
      while (left() < 1) await reserve(1);
      return takeNext();
    },
  };
};
