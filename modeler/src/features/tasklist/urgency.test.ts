import { describe, expect, it } from 'vitest';
import { priorityWord, urgencyOf } from './urgency';

const now = Date.parse('2026-05-10T12:00:00Z');

describe('urgencyOf', () => {
  it('should turn from later to soon to overdue', () => {
    expect(urgencyOf('2026-05-12T12:00:00Z', now)).toBe('later');
    expect(urgencyOf('2026-05-11T12:00:00Z', now)).toBe('soon');
    expect(urgencyOf('2026-05-10T11:59:59Z', now)).toBe('overdue');
  });

  it('should be nothing without a date that can be read', () => {
    expect(urgencyOf(null, now)).toBeNull();
    expect(urgencyOf('someday', now)).toBeNull();
  });
});

describe('priorityWord', () => {
  it('should have no word for what is normal', () => {
    expect([0, 49, 50, 51, 90].map(priorityWord)).toEqual(['Low', 'Low', null, 'High', 'Urgent']);
  });
});
