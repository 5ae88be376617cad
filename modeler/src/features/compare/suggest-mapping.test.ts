import { describe, expect, it } from 'vitest';
import type { ComparedElement } from '../../shared/model/compared-element';
import { suggestMapping } from './suggest-mapping';

const element = (id: string, type: string, name = id): ComparedElement => ({
  id,
  type,
  name,
  parentId: 'order',
  properties: new Map(),
  place: null,
});
const mapped = (before: readonly ComparedElement[], after: readonly ComparedElement[]) =>
  Object.fromEntries(suggestMapping(before, after).map(({ source, targetId }) => [source.id, targetId]));

describe('the suggested mapping', () => {
  it('should take the same id, else the only one of the kind with the name', () => {
    const before = [
      element('pay', 'Service task'),
      element('Activity_1', 'User task', 'Check'),
      element('f', 'Sequence flow'),
    ];
    const after = [element('pay', 'Service task', 'Charge'), element('Activity_9', 'User task', 'Check')];
    expect(mapped(before, after)).toEqual({ pay: 'pay', Activity_1: 'Activity_9' });
  });

  it('should leave open what is not certain', () => {
    const before = [
      element('a', 'User task', 'Check'),
      element('b', 'Service task'),
      element('c', 'User task', 'Gone'),
    ];
    const after = [element('x', 'User task', 'Check'), element('y', 'User task', 'Check'), element('b', 'User task')];
    expect(mapped(before, after)).toEqual({ a: null, b: null, c: null });
  });

  it('should not give one element to two', () => {
    const before = [element('a', 'User task', 'Check'), element('b', 'User task', 'Check')];
    expect(mapped(before, [element('a', 'User task', 'Check')])).toEqual({ a: 'a', b: null });
  });
});
