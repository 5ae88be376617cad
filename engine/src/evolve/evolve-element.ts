import { isLegalTransition, lifecycle, type ElementState, type LifecycleRecordType } from '../lifecycle.ts';
import type { Key } from '../key.ts';
import type { ElementRecord } from '../record.ts';
import type { ElementInstance, InstanceState, PendingTrigger } from '../state.ts';
import { countChild } from '../state-index.ts';
import { living } from './living.ts';

/** Element instances come, move through their life, and go. */
export const evolveElement = (state: InstanceState, record: ElementRecord, atMs: number): void => {
  switch (record.type) {
    case 'element-activating':
    case 'element-activated':
      return begin(state, record, atMs);
    case 'element-completing':
      return move(living(state, record.key), record.type);
    case 'element-terminating':
      return linger(state, record.key);
    case 'element-completed':
    case 'element-terminated':
      return end(state, record.key, record.type);
    case 'element-triggered':
      living(state, record.key).trigger = triggerOf(record);
      return;
  }
};

const triggerOf = ({
  targetId,
  variables,
  begins,
}: Extract<ElementRecord, { type: 'element-triggered' }>): PendingTrigger =>
  begins === undefined ? { targetId, variables } : { targetId, variables, begins };

type Begin = Extract<ElementRecord, { type: 'element-activating' | 'element-activated' }>;

const begin = (state: InstanceState, record: Begin, atMs: number): void => {
  const existing = state.elements.get(record.key);
  if (existing) return move(existing, record.type);
  const { key, elementId, scopeKey } = record;
  state.elements.set(key, newElement(key, elementId, scopeKey, lifecycle[record.type].to, atMs));
  if (record.scopeKey !== null) countChild(living(state, record.scopeKey), record.elementId, 1);
};

/** An element instance as it begins. All its fields are written out once: the engine makes it of one shape, and quickly. */
export const newElement = (
  key: Key,
  elementId: string,
  scopeKey: Key | null,
  state: ElementState,
  startMs: number,
): ElementInstance => ({
  key,
  elementId,
  scopeKey,
  state,
  startMs,
  children: 0,
  childrenAt: null,
  variables: null,
  parked: null,
  job: null,
  userTask: null,
  waits: null,
  incident: null,
  calledInstanceKey: null,
  evaluationKey: null,
  trigger: null,
  interruptedBy: null,
  loop: null,
  outputs: null,
  loopCounter: null,
  compensations: null,
  compensates: null,
  resets: null,
  gathered: null,
  listening: null,
  adHoc: null,
});

const move = (instance: ElementInstance, type: LifecycleRecordType): void => {
  if (!isLegalTransition(instance.state, type)) {
    throw new Error(
      `Expected element instance ${instance.key} in ${lifecycle[type].from.join(' or ')} before '${type}', found ${instance.state}.`,
    );
  }
  instance.state = lifecycle[type].to;
};

/** Its scope is about to be gone: it goes on directly inside the process. */
const linger = (state: InstanceState, key: Key): void => {
  const instance = living(state, key);
  move(instance, 'element-terminating');
  if (instance.scopeKey === null || instance.scopeKey === state.key) return;
  countChild(living(state, instance.scopeKey), instance.elementId, -1);
  state.elements.set(key, { ...instance, scopeKey: state.key });
  countChild(living(state, state.key), instance.elementId, 1);
};

const end = (state: InstanceState, key: Key, type: 'element-completed' | 'element-terminated'): void => {
  const instance = living(state, key);
  move(instance, type);
  state.elements.delete(key);
  state.watching?.delete(key);
  if (instance.scopeKey !== null) countChild(living(state, instance.scopeKey), instance.elementId, -1);
};
