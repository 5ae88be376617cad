import { describe, expect, it } from 'vitest';
import { createEventBus } from './event-bus.ts';
import type { ChangeEvent } from './event-bus.ts';

const change = (...processInstanceKeys: number[]): ChangeEvent => ({
  tenantId: null,
  topics: ['jobs'],
  processInstanceKeys,
});
const keysOf = (events: readonly ChangeEvent[] | null): readonly number[] | null =>
  events?.flatMap(({ processInstanceKeys }) => processInstanceKeys) ?? null;

describe('the events that a server keeps', () => {
  it('should be told again from a position on', () => {
    const bus = createEventBus({ nowMs: () => 0 });
    bus.publish(change(1));
    const position = bus.position();
    expect(bus.since(position)).toEqual([]);
    bus.publish(change(2));
    bus.publish(change(3));
    expect(keysOf(bus.since(position))).toEqual([2, 3]);
    expect(bus.since(99)).toBeNull();
  });

  it('should be told again from a time on, when they were there from then on', () => {
    let nowMs = 100;
    const bus = createEventBus({ nowMs: () => nowMs });
    bus.publish(change(1));
    nowMs = 200;
    bus.publish(change(2));
    expect(keysOf(bus.sinceTime(100))).toEqual([1, 2]);
    expect(keysOf(bus.sinceTime(101))).toEqual([2]);
    expect(bus.sinceTime(99)).toBeNull();
  });

  it('should be forgotten, the oldest first, when there are too many', () => {
    let nowMs = 0;
    const bus = createEventBus({ nowMs: () => nowMs }, 6_000);
    for (let key = 1; key <= 10_000; key += 1) {
      nowMs += 1;
      bus.publish(change(key));
    }
    expect(bus.since(6_999)).toBeNull();
    expect(keysOf(bus.since(7_000))).toHaveLength(3_000);
    expect(keysOf(bus.since(9_998))).toEqual([9_999, 10_000]);
    expect(bus.sinceTime(7_000)).toBeNull();
    expect(keysOf(bus.sinceTime(7_001))).toHaveLength(3_000);
  });

  it('should not be relied on when some may have got lost', () => {
    let nowMs = 0;
    const bus = createEventBus({ nowMs: () => nowMs });
    let losses = 0;
    const end = bus.subscribe(
      () => undefined,
      () => (losses += 1),
    );
    bus.publish(change(1));
    const position = bus.position();
    nowMs = 5;
    bus.lose();
    expect(losses).toBe(1);
    expect(bus.since(position)).toBeNull();
    expect(bus.sinceTime(5)).toBeNull();
    nowMs = 6;
    expect(bus.sinceTime(6)).toEqual([]);
    expect(bus.since(bus.position())).toEqual([]);
    end();
    bus.lose();
    expect(losses).toBe(1);
  });
});
