import { describe, expect, it } from 'vitest';
import { nothingSelected, toggled } from './selection';

const list = ['a', 'b', 'c', 'd'];

describe('toggled', () => {
  it('should choose one, and no longer choose it', () => {
    const one = toggled(nothingSelected, list, 'b', false);
    expect([...one.keys]).toEqual(['b']);
    expect([...toggled(one, list, 'b', false).keys]).toEqual([]);
  });

  it('should choose a range in either direction from the last one', () => {
    const three = toggled(toggled(nothingSelected, list, 'c', false), list, 'a', true);
    expect([...three.keys].sort()).toEqual(['a', 'b', 'c']);
    expect([...toggled(three, list, 'b', true).keys].sort()).toEqual(['a', 'b', 'c']);
  });

  it('should choose a single one where the last one is not in the list', () => {
    expect([...toggled({ keys: new Set(), anchor: 'x' }, list, 'd', true).keys]).toEqual(['d']);
  });
});
