import { describe, expect, it } from 'vitest';
import { createThrottle } from './throttle.ts';

describe('the throttle of logins', () => {
  it('should take five tries, then double the wait up to a minute, and forget after a success or a quiet time', () => {
    const throttle = createThrottle();
    const keys = ['user:mia', 'address:10.0.0.1'];
    for (let each = 0; each < 4; each += 1) throttle.failed(keys, 0);
    expect(throttle.waitMs(keys, 0)).toBe(0);
    const waits = [5, 6, 7, 20].map(() => {
      throttle.failed(keys, 0);
      return throttle.waitMs(keys, 0);
    });
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000]);
    for (let each = 0; each < 20; each += 1) throttle.failed(keys, 0);
    expect(throttle.waitMs(keys, 0)).toBe(60_000);
    // The same account from elsewhere waits too, another account does not.
    expect(throttle.waitMs(['user:mia', 'address:10.0.0.2'], 0)).toBe(60_000);
    expect(throttle.waitMs(['user:tom', 'address:10.0.0.2'], 0)).toBe(0);
    throttle.failed(keys, 20 * 60_000);
    expect(throttle.waitMs(keys, 20 * 60_000)).toBe(0);
    for (let each = 0; each < 9; each += 1) throttle.failed(keys, 0);
    throttle.succeeded(keys);
    expect(throttle.waitMs(keys, 0)).toBe(0);
  });

  it('should keep a bounded number of names, whoever sends them', () => {
    const throttle = createThrottle();
    for (let each = 0; each < 6; each += 1) throttle.failed(['user:first'], 0);
    for (let each = 0; each < 10_000; each += 1) throttle.failed([`user:${each}`], 0);
    expect(throttle.waitMs(['user:first'], 0)).toBe(0);
  });

  it('should let tries of the same name happen one after the other, and others beside them', async () => {
    const throttle = createThrottle();
    const order: string[] = [];
    const attempt = (name: string, keys: readonly string[]) =>
      throttle.inTurn(keys, async () => {
        order.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        order.push(`${name} ends`);
        if (name === 'first') throw new Error('wrong');
      });
    const [first] = await Promise.allSettled([
      attempt('first', ['user:a', 'address:1']),
      attempt('second', ['user:a', 'address:2']),
      attempt('third', ['user:b', 'address:2']),
      attempt('other', ['user:c', 'address:3']),
    ]);
    expect(first?.status).toBe('rejected');
    expect(order.slice(0, 2)).toEqual(['first begins', 'other begins']);
    expect(order.filter((each) => !each.startsWith('other'))).toEqual(
      ['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]),
    );
  });
});
