import { describe, expect, it } from 'vitest';
import { createSyncedClock } from './synced-clock.ts';

describe('a clock that the database sets', () => {
  it('should tell the time of the database, whatever the machine says', () => {
    let monotonic = 1_000;
    const clock = createSyncedClock(() => monotonic);
    const dayLater = Date.now() + 86_400_000;
    clock.set(dayLater, 990, 1_010);
    expect(clock.nowMs()).toBe(dayLater);
    monotonic += 250;
    expect(clock.nowMs()).toBe(dayLater + 250);
  });

  it('should stand still instead of going back', () => {
    let monotonic = 0;
    const clock = createSyncedClock(() => monotonic);
    clock.set(5_000_000_000_000, 0, 0);
    const before = clock.nowMs();
    clock.set(5_000_000_000_000 - 300, 0, 0);
    expect(clock.nowMs()).toBe(before);
    monotonic += 299;
    expect(clock.nowMs()).toBe(before);
    monotonic += 2;
    expect(clock.nowMs()).toBe(before + 1);
  });
});
