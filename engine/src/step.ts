import type { ElementBehavior } from './behavior.ts';
import type { ProcessDefinition } from './definition/process-definition.ts';
import type { Effect } from './effect.ts';
import type { Node } from './elements/registry.ts';
import { evolve } from './evolve.ts';
import type { Key } from './key.ts';
import type { JournalRecord } from './record.ts';
import type { ElementInstance, InstanceState, QueueItem } from './state.ts';

/** One run of `decide`: what it reads, and what it has gathered so far. */
export interface Step {
  readonly definition: ProcessDefinition;
  readonly state: InstanceState;
  readonly nowMs: number;
  readonly nextKey: () => Key;
  /** What an element does; handed in, so that elements may use the step without knowing each other. */
  readonly behaviorOf: (node: Node) => ElementBehavior<Node>;
  readonly records: JournalRecord[];
  readonly effects: Effect[];
  /** What is still to be done; worked off from `head`. */
  queue: QueueItem[];
  head: number;
  /** How many tokens are on their way inside each scope, so that a scope does not end too early. */
  readonly arriving: Map<Key, number>;
}

/** Notes what happened and applies it at once: the only way in which a step changes state. */
export const emit = (step: Step, record: JournalRecord): void => {
  step.records.push(record);
  evolve(step.state, record, step.nowMs);
};

/** Adds something to do after what is in the queue already. */
export const enqueue = (step: Step, item: QueueItem): void => {
  step.queue.push(item);
  if (item.do === 'arrive') count(step.arriving, item.scopeKey, 1);
};

/** Takes the next thing to do; undefined when the step has come to rest. */
export const dequeue = (step: Step): QueueItem | undefined => {
  const item = step.queue[step.head];
  if (item === undefined) return undefined;
  step.head += 1;
  if (item.do === 'arrive') count(step.arriving, item.scopeKey, -1);
  return item;
};

/** What a scope still had to do is dropped: it was interrupted. */
export const dropQueued = (step: Step, scopeKey: Key): void => {
  if (!step.arriving.has(scopeKey)) return;
  step.queue = step.queue.slice(step.head).filter((item) => !(item.do === 'arrive' && item.scopeKey === scopeKey));
  step.head = 0;
  step.arriving.delete(scopeKey);
};

/** Whether tokens are on their way inside the scope. */
export const isArriving = (step: Step, scopeKey: Key): boolean => step.arriving.has(scopeKey);

const count = (counts: Map<Key, number>, key: Key, change: number): void => {
  const value = (counts.get(key) ?? 0) + change;
  if (value > 0) counts.set(key, value);
  else counts.delete(key);
};

/** The living element instance with this key. It must exist: use it for keys that come from the state. */
export const instanceOf = (state: InstanceState, key: Key): ElementInstance => {
  const instance = state.elements.get(key);
  if (!instance)
    throw new Error(
      `Expected element instance ${key} of process instance ${state.key} to be alive; a record is missing.`,
    );
  return instance;
};
