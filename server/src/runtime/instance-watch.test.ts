import type { Key } from '@baton/engine';
import { describe, expect, it } from 'vitest';
import { createInstanceWatch } from './instance-watch.ts';

const key = 1 as Key;
const nobodyHangsUp = (): AbortSignal => new AbortController().signal;
const waiting = (waitMs = 60_000) => ({ waitMs, signal: nobodyHangsUp() });

/** Something that comes to be, and how often somebody looked for it. */
const outcome = () => {
  const state = { is: null as string | null, looks: 0 };
  const look = (): Promise<string | null> => {
    state.looks += 1;
    return Promise.resolve(state.is);
  };
  return { state, look };
};

describe('a watch of instances', () => {
  it('should look once when it is there already, and again only when the instance has changed', async () => {
    const watch = createInstanceWatch();
    const { state, look } = outcome();
    const found = watch.until(key, look, waiting());
    await expect.poll(() => state.looks).toBe(1);
    watch.changed([2]);
    watch.changed([key]);
    await expect.poll(() => state.looks).toBe(2);
    state.is = 'done';
    watch.changed([key]);
    expect(await found).toBe('done');
    expect([state.looks, watch.waiting()]).toEqual([3, 0]);
    expect(await watch.until(key, look, waiting())).toBe('done');
    expect(state.looks).toBe(4);
  });

  it('should not miss what changes while it looks', async () => {
    const watch = createInstanceWatch();
    let looks = 0;
    const found = watch.until(
      key,
      () => {
        looks += 1;
        if (looks > 1) return Promise.resolve('seen');
        watch.changed([key]);
        return Promise.resolve(null);
      },
      waiting(),
    );
    expect(await found).toBe('seen');
  });

  it('should find without a hint what another server did, when it polls', async () => {
    const { state, look } = outcome();
    const found = createInstanceWatch({ pollMs: 20 }).until(key, look, waiting());
    await expect.poll(() => state.looks).toBeGreaterThan(2);
    state.is = 'done elsewhere';
    expect(await found).toBe('done elsewhere');
  });

  it('should end with nothing after its time, or when the caller has gone', async () => {
    const watch = createInstanceWatch();
    const { look } = outcome();
    expect(await watch.until(key, look, waiting(30))).toBeNull();
    const caller = new AbortController();
    const gone = watch.until(key, look, { waitMs: 60_000, signal: caller.signal });
    caller.abort();
    expect(await gone).toBeNull();
    expect(watch.waiting()).toBe(0);
  });

  it('should refuse more callers than it has room for, and have room again afterwards', async () => {
    const watch = createInstanceWatch({ capacity: 1 });
    const { state, look } = outcome();
    const first = watch.until(key, look, waiting());
    await expect(watch.until(key, look, waiting())).rejects.toMatchObject({ code: 'RESOURCE_EXHAUSTED' });
    state.is = 'done';
    watch.changed([key]);
    expect(await first).toBe('done');
    expect(await watch.until(key, look, waiting())).toBe('done');
  });

  it('should let everybody go when the server stops, without looking over and over', async () => {
    const watch = createInstanceWatch();
    const { state, look } = outcome();
    const waits = [watch.until(key, look, waiting()), watch.until(2 as Key, look, waiting())];
    await expect.poll(() => state.looks).toBe(2);
    watch.close();
    for (const each of waits) await expect(each).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(state.looks).toBe(4);
    await expect(watch.until(key, look, waiting())).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(watch.waiting()).toBe(0);
  });

  it('should pass on what goes wrong while it looks', async () => {
    const watch = createInstanceWatch();
    const broken = () => Promise.reject(new Error('the database is away'));
    await expect(watch.until(key, broken, waiting())).rejects.toThrow('away');
    expect(watch.waiting()).toBe(0);
  });
});
