import { describe, expect, it } from 'vitest';
import type { TaskCondition } from '../../../api/tasklist';
import { conditionOf, newRow, rowsOf, withField } from './condition-rows';

const row = { ...newRow(1), name: 'amount' };

describe('conditionOf', () => {
  it('should read values of variables as JSON, and as text where they are none', () => {
    const valueOf = (value: string) => conditionOf({ ...row, value })?.value;
    expect(['12.5', 'true', 'null', '"12"', 'Bern', '{"a":1}'].map(valueOf)).toEqual([
      12.5,
      true,
      null,
      '12',
      'Bern',
      '{"a":1}',
    ]);
    expect(conditionOf({ ...row, operator: 'contains', value: '12' })?.value).toBe('12');
  });

  it('should be none while something is missing or cannot be', () => {
    expect(conditionOf(row)).toBeNull();
    expect(conditionOf({ ...row, name: ' ', value: '1' })).toBeNull();
    expect(conditionOf({ ...newRow(1, 'priority'), value: '1.5' })).toBeNull();
    expect(conditionOf({ ...newRow(1, 'dueDate'), operator: 'within-days', value: '-1' })).toBeNull();
    expect(conditionOf({ ...newRow(1, 'dueDate'), operator: 'before', value: 'soon' })).toBeNull();
    expect(conditionOf({ ...newRow(1, 'assignee'), operator: 'is-me' })).toEqual({
      field: 'assignee',
      operator: 'is-me',
    });
  });

  it('should give back what was saved', () => {
    const saved: readonly TaskCondition[] = [
      { field: 'variable', operator: 'more', name: 'amount', scope: 'process', value: 1_000 },
      { field: 'variable', operator: 'is', name: 'code', scope: 'task', value: '0042' },
      { field: 'variable', operator: 'is', name: 'code', scope: 'task', value: '42' },
      { field: 'dueDate', operator: 'before', value: '2026-05-10T12:30:00.000Z' },
      { field: 'dueDate', operator: 'within-days', value: 3 },
      { field: 'assignee', operator: 'is-empty' },
    ];
    expect(rowsOf(saved).map(conditionOf)).toEqual(saved);
  });
});

describe('withField', () => {
  it('should keep what fits the other field', () => {
    const about = withField({ ...newRow(1, 'name'), operator: 'contains', value: 'x' }, 'processName');
    expect(about).toMatchObject({ field: 'processName', operator: 'contains', value: 'x' });
    expect(withField(about, 'priority')).toMatchObject({ operator: 'is', value: '' });
  });
});
