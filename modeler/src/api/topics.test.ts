import { describe, expect, it } from 'vitest';
import { keysFor } from './topics';

describe('keysFor', () => {
  it('should refresh the counters together with what they count', () => {
    expect(keysFor(['user-tasks', 'jobs'])).toEqual(['user-tasks', 'overview', 'jobs']);
  });

  it('should leave the counters alone when only drafts changed', () => {
    expect(keysFor(['drafts'])).toEqual(['drafts']);
  });
});
