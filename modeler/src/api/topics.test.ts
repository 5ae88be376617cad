import { describe, expect, it } from 'vitest';
import { keysFor } from './topics';

describe('keysFor', () => {
  it('should refresh the counters together with what they count', () => {
    expect(keysFor(['user-tasks', 'jobs'])).toEqual(['user-tasks', 'overview', 'journal', 'jobs']);
  });

  it('should refresh the history with whatever changes in an instance', () => {
    expect(keysFor(['variables'])).toEqual(['variables', 'journal']);
  });

  it('should leave the counters alone when only drafts changed', () => {
    expect(keysFor(['drafts'])).toEqual(['drafts']);
  });
});
