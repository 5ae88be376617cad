import { describe, expect, it } from 'vitest';
import { changedData } from './task-draft';

describe('changedData', () => {
  it('should keep only what was changed by the person', () => {
    expect(changedData({ a: 1, b: 'new', c: [1] }, { a: 1, b: 'old', c: [1] })).toEqual({ b: 'new' });
  });

  it('should not take an empty field for a change', () => {
    expect(changedData({ a: null, b: '', c: undefined }, {})).toEqual({});
  });
});
