import { describe, expect, it } from 'vitest';
import { durationWords } from './duration-words';

describe('durationWords', () => {
  it('should say the two largest units', () => {
    expect([0, 999, 1_000, 61_000, 7_500_000, 90_000_000, 3_600_000].map(durationWords)).toEqual([
      '0 ms',
      '999 ms',
      '1 sec',
      '1 min 1 sec',
      '2 hr 5 min',
      '1 day 1 hr',
      '1 hr',
    ]);
  });
});
