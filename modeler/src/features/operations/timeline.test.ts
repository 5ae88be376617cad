import { describe, expect, it } from 'vitest';
import { barOf, spanOf } from './timeline';

const at = (ms: number) => new Date(ms).toISOString();

describe('the timeline of an instance', () => {
  it('should place bars within the span, growing while they run', () => {
    const span = spanOf({ startDate: at(1_000), endDate: null }, 11_000);
    expect(span).toEqual({ fromMs: 1_000, toMs: 11_000 });
    expect(barOf({ startDate: at(3_000), endDate: at(6_000) }, span, 11_000)).toEqual({
      left: 20,
      width: 30,
      tookMs: 3_000,
    });
    expect(barOf({ startDate: at(6_000), endDate: null }, span, 11_000)).toEqual({
      left: 50,
      width: 50,
      tookMs: 5_000,
    });
    // What began at the very end, by a clock that is ahead of ours, is still seen.
    expect(barOf({ startDate: at(12_000), endDate: null }, span, 11_000)).toEqual({ left: 99, width: 1, tookMs: 0 });
  });

  it('should have a length also where all happened at once', () => {
    expect(spanOf({ startDate: at(5), endDate: at(5) }, 9)).toEqual({ fromMs: 5, toMs: 6 });
  });
});
