import { describe, expect, it } from 'vitest';
import { arranged, moved } from './arrangement';

const filters = ['a', 'b', 'c', 'd'].map((filterId) => ({ filterId }));
const ids = (order: readonly string[], pinned: readonly string[]) =>
  arranged(filters, { order, pinned }).map(({ filterId }) => filterId);

describe('arranged', () => {
  it('should put pinned filters first, then those in order, then the others', () => {
    expect(ids(['d', 'b'], ['c'])).toEqual(['c', 'd', 'b', 'a']);
    expect(ids([], [])).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('moved', () => {
  it('should change places, and not across pinned ones or beyond the ends', () => {
    const kept = { order: [], pinned: ['a'] };
    expect(moved(filters, kept, 'c', -1).order).toEqual(['a', 'c', 'b', 'd']);
    expect(moved(filters, kept, 'b', -1)).toBe(kept);
    expect(moved(filters, kept, 'd', 1)).toBe(kept);
  });
});
