import type { Key } from '../key.ts';
import type { WaitRecord } from '../record.ts';
import type { ElementInstance, InstanceState, Wait } from '../state.ts';
import { living } from './living.ts';

/** Timers, subscriptions and conditions: opened, met, closed. */
export const evolveWait = (state: InstanceState, record: WaitRecord): void => {
  const instance = living(state, record.elementInstanceKey);
  switch (record.type) {
    case 'timer-scheduled': {
      const { key, targetId, dueMs, repetitions, cycle } = record;
      return open(instance, { kind: 'timer', key, targetId, dueMs, repetitions, cycle });
    }
    case 'timer-fired': {
      const timer = instance.waits?.get(record.key);
      if (timer?.kind !== 'timer') throw new Error(`Expected timer ${record.key} to be open.`);
      if (record.nextDueMs === null) return close(instance, record.key);
      timer.dueMs = record.nextDueMs;
      timer.repetitions = record.repetitions;
      return;
    }
    case 'message-subscription-opened': {
      const { key, targetId, messageName, correlationKey } = record;
      return open(instance, { kind: 'message', key, targetId, messageName, correlationKey });
    }
    case 'signal-subscription-opened': {
      const { key, targetId, signalName } = record;
      return open(instance, { kind: 'signal', key, targetId, signalName });
    }
    case 'condition-subscription-opened': {
      const { key, targetId, eventIndex, holds } = record;
      (state.watching ??= new Set()).add(instance.key);
      return open(instance, { kind: 'condition', key, targetId, eventIndex, holds });
    }
    case 'condition-evaluated':
      conditionOf(instance, record.key).holds = record.holds;
      return;
    case 'condition-met':
      if (!record.closed) conditionOf(instance, record.key).holds = true;
      else closeCondition(state, instance, record.key);
      return;
    case 'message-correlated':
    case 'signal-caught':
      if (record.closed) close(instance, record.key);
      return;
    case 'timer-canceled':
    case 'message-subscription-closed':
    case 'signal-subscription-closed':
      return close(instance, record.key);
    case 'condition-subscription-closed':
      return closeCondition(state, instance, record.key);
    case 'event-gathered': {
      instance.gathered ??= new Map();
      const before = instance.gathered.get(record.targetId);
      instance.gathered.set(record.targetId, { ...before, ...record.variables });
      return;
    }
    case 'gathered-events-cleared':
      instance.gathered?.delete(record.targetId);
      if (instance.gathered?.size === 0) instance.gathered = null;
      return;
  }
};

const open = (instance: ElementInstance, wait: Wait): void => {
  instance.waits ??= new Map();
  instance.waits.set(wait.key, wait);
};

const close = (instance: ElementInstance, key: Key): void => {
  if (!instance.waits?.delete(key))
    throw new Error(`Expected ${key} to be open on element instance ${instance.key}; a record is missing.`);
  if (instance.waits.size === 0) instance.waits = null;
};

const conditionOf = (instance: ElementInstance, key: Key): Extract<Wait, { kind: 'condition' }> => {
  const wait = instance.waits?.get(key);
  if (wait?.kind !== 'condition') throw new Error(`Expected condition ${key} to be open.`);
  return wait;
};

const closeCondition = (state: InstanceState, instance: ElementInstance, key: Key): void => {
  close(instance, key);
  for (const wait of instance.waits?.values() ?? []) if (wait.kind === 'condition') return;
  state.watching?.delete(instance.key);
};
