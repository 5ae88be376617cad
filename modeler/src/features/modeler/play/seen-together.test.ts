import { describe, expect, it } from 'vitest';
import type { PlayState } from '../../../api/plays';
import { rootInstances, seenTogether, shownInstance } from './seen-together';

const instance = (processInstanceKey: string, processId: string, parentProcessInstanceKey: string | null = null) => ({
  processInstanceKey,
  processId,
  status: 'ACTIVE',
  parentProcessInstanceKey,
  parentElementInstanceKey: null,
});
const instances = [
  instance('1', 'guest'),
  instance('2', 'kitchen'),
  instance('3', 'kitchen'),
  instance('4', 'called', '1'),
];
const state = { processInstanceKey: '1', instances } as unknown as PlayState;

describe('the instances on one drawing', () => {
  it('should be the one that is looked at, and the newest of each other pool', () => {
    expect(seenTogether(state, '1', ['guest', 'kitchen', 'called'])).toEqual(['1', '3']);
    expect(seenTogether(state, '2', ['guest', 'kitchen'])).toEqual(['2', '1']);
    expect(seenTogether(state, '1', ['guest'])).toEqual(['1']);
  });

  it('should be numbered where several of one process began', () => {
    expect(rootInstances(state, (id) => id.toUpperCase()).map(({ name }) => name)).toEqual([
      'GUEST',
      'KITCHEN (1)',
      'KITCHEN (2)',
    ]);
  });

  it('should be looked at by key, or the newest of a process, else the one that is played', () => {
    expect(shownInstance(state, {})?.processInstanceKey).toBe('1');
    expect(shownInstance(state, { key: '4' })?.processInstanceKey).toBe('4');
    expect(shownInstance(state, { newestOf: 'kitchen' })?.processInstanceKey).toBe('3');
    expect(shownInstance(state, { key: 'gone' })?.processInstanceKey).toBe('1');
    expect(shownInstance(null, { key: '4' })).toBeUndefined();
  });
});
