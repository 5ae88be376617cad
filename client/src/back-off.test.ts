import { describe, expect, it } from 'vitest';
import { pause, pauseAfter, retryAfterMs } from './back-off.ts';

describe('pauses between attempts', () => {
  it('should double up to their cap, and be any part of that', () => {
    const longest = [1, 2, 3, 4, 5, 60].map((failures) => pauseAfter(failures, { baseMs: 100, capMs: 1_000 }, () => 1));
    expect(longest).toEqual([100, 200, 400, 800, 1_000, 1_000]);
    expect(pauseAfter(3, { baseMs: 100 }, () => 0.25)).toBe(100);
    expect(pauseAfter(9, {}, () => 0)).toBe(0);
  });

  it('should last as long as the server asks for, within reason', () => {
    expect(retryAfterMs(null)).toBe(0);
    expect(retryAfterMs('2')).toBe(2_000);
    expect(retryAfterMs('Thu, 01 Jan 1970 00:00:05 GMT', 2_000)).toBe(3_000);
    expect(retryAfterMs('Thu, 01 Jan 1970 00:00:05 GMT', 9_000)).toBe(0);
    expect(retryAfterMs('86400')).toBe(60_000);
    expect(retryAfterMs('soon')).toBe(0);
  });

  it('should end when they are called off', async () => {
    const over = new AbortController();
    const waiting = pause(60_000, over.signal);
    over.abort();
    await waiting;
    await pause(60_000, over.signal);
  });
});
