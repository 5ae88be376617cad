import { expect, it } from 'vitest';
import type { Database } from '../store/database.ts';
import { createKeyAllocator } from './key-allocator.ts';

/** A counter that other servers use too. */
const counter = () => {
  let next = 1;
  return {
    taken: 0,
    takeKeys(count: number) {
      this.taken += 1;
      const first = next;
      next += count + 1_000;
      return Promise.resolve(first);
    },
  };
};

it('should hand out each key once and never stop in the middle of a reserve', async () => {
  const database = counter();
  const keys = createKeyAllocator(database as unknown as Database);
  const seen = new Set<number>();
  for (let step = 0; step < 200; step += 1) {
    await keys.reserve(20_000);
    for (let n = 0; n < 1_500; n += 1) seen.add(keys.next());
  }
  expect(seen.size).toBe(300_000);
  expect(database.taken).toBeLessThan(10);
});

it('should say so when a step takes more than was reserved', async () => {
  const keys = createKeyAllocator(counter() as unknown as Database);
  expect(() => keys.next()).toThrow(/reserve of keys/);
  await keys.reserve(60_000);
  for (let n = 0; n < 60_000; n += 1) keys.next();
  expect(() => keys.next()).toThrow(/reserve of keys/);
});

it('should give a key to each of many who ask at once, at the end of a block too', async () => {
  const keys = createKeyAllocator(counter() as unknown as Database);
  await keys.reserve(50_000);
  for (let n = 0; n < 49_990; n += 1) keys.next();
  const taken = await Promise.all(Array.from({ length: 500 }, () => keys.take()));
  expect(new Set(taken).size).toBe(500);
});
