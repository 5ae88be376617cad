import { describe, expect, it } from 'vitest';
import { nextOf } from './task-neighbors';

describe('nextOf', () => {
  it('should go on to the next task, at the end back to the one before', () => {
    expect(nextOf(['a', 'b', 'c'], 'b')).toBe('c');
    expect(nextOf(['a', 'b', 'c'], 'c')).toBe('b');
  });

  it('should take the first when the task has left the list', () => {
    expect(nextOf(['a'], 'gone')).toBe('a');
    expect(nextOf([], 'gone')).toBeNull();
    expect(nextOf(['a'], 'a')).toBeNull();
  });
});
