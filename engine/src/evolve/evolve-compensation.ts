import type { CompensationRecord } from '../record.ts';
import type { Compensation, ElementInstance, InstanceState } from '../state.ts';
import type { Key } from '../key.ts';
import { living } from './living.ts';

/** What can be compensated, and how far that is. Entries move as a whole: into the entry of their scope, and back out to its handlers. */
export const evolveCompensation = (state: InstanceState, record: CompensationRecord): void => {
  const scope = living(state, record.scopeKey);
  switch (record.type) {
    case 'compensation-registered': {
      const completed = living(state, record.innerKey);
      const inner = completed.compensations ?? new Map<Key, Compensation>();
      completed.compensations = null;
      scope.compensations ??= new Map();
      scope.compensations.set(record.key, {
        key: record.key,
        elementId: record.elementId,
        order: record.order,
        variables: record.variables,
        inner,
        runKey: null,
        handlerKey: null,
      });
      return;
    }
    case 'compensation-triggered':
      for (const key of record.keys) entryOf(scope, key).runKey = record.runKey;
      return;
    case 'compensation-started': {
      const entry = entryOf(scope, record.key);
      const handler = living(state, record.handlerKey);
      entry.handlerKey = record.handlerKey;
      handler.compensates = record.key;
      if (entry.inner.size > 0) {
        handler.compensations = new Map(entry.inner);
        entry.inner.clear();
      }
      return;
    }
    case 'compensation-completed':
      entryOf(scope, record.key);
      scope.compensations?.delete(record.key);
      if (scope.compensations?.size === 0) scope.compensations = null;
      return;
    case 'compensations-discarded':
      scope.compensations = null;
      return;
  }
};

const entryOf = (scope: ElementInstance, key: Key): Compensation => {
  const entry = scope.compensations?.get(key);
  if (!entry) throw new Error(`Expected compensation ${key} in scope ${scope.key}; a record is missing.`);
  return entry;
};
