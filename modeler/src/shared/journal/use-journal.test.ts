import { describe, expect, it } from 'vitest';
import { newestBlocks } from './use-journal';

describe('newestBlocks', () => {
  it('should begin with the block of the last entry', () => {
    expect(newestBlocks(1, 1)).toEqual([0]);
    expect(newestBlocks(100, 1)).toEqual([0]);
    expect(newestBlocks(101, 1)).toEqual([100]);
  });

  it('should reach the first entry and stop there', () => {
    expect(newestBlocks(250, 2)).toEqual([200, 100]);
    expect(newestBlocks(250, 9)).toEqual([200, 100, 0]);
  });

  it('should give one block for an empty journal', () => {
    expect(newestBlocks(0, 1)).toEqual([0]);
  });
});
