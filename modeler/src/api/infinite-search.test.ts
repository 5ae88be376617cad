import { describe, expect, it } from 'vitest';
import { containsPattern, loadedItems, totalItems } from './infinite-search';

const page = (items: string[], total: number) => ({
  items,
  page: { totalItems: total, hasMoreTotalItems: false, startCursor: null, endCursor: null },
});

describe('containsPattern', () => {
  it('should take wildcards of the person literally', () => {
    expect(containsPattern('50%*?\\')).toBe('*50%\\*\\?\\\\*');
  });
});

describe('what was loaded', () => {
  it('should be all pages in order, with the newest total', () => {
    const data = { pages: [page(['a'], 2), page(['b'], 3)], pageParams: [] };
    expect(loadedItems(data)).toEqual(['a', 'b']);
    expect(totalItems(data)).toBe(3);
    expect(totalItems(undefined)).toBeNull();
  });
});
