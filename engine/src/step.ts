import type { ElementHooks } from './behavior.ts';
import { nodeOf, type ProcessDefinition } from './definition/process-definition.ts';
import type { Effect } from './effect.ts';
import type { Node } from './elements/registry.ts';
import type { Limits } from './env.ts';
import { evolve } from './evolve.ts';
import { living } from './evolve/living.ts';
import type { Variables } from './json.ts';
import type { Key } from './key.ts';
import type { JournalRecord } from './record.ts';
import { roleOf, type Role } from './roles.ts';
import type { ElementInstance, InstanceState, QueueItem, VariableChange } from './state.ts';

/** One run of `decide`: what it reads, and what it has gathered so far. */
export interface Step {
  /** Another one after a migration. */
  definition: ProcessDefinition;
  readonly state: InstanceState;
  readonly nowMs: number;
  readonly nextKey: () => Key;
  readonly limits: Limits;
  /** What expressions find where no scope has a variable of the name. What comes of it is in the records, as with `nowMs`. */
  readonly globals: Variables;
  /** How many queue items it may work off in all. */
  readonly budget: number;
  /** What an element does; handed in, so that elements may use the step without knowing each other. */
  readonly behaviorOf: (node: Node, role: Role) => ElementHooks<Node>;
  readonly records: JournalRecord[];
  readonly effects: Effect[];
  /** What is still to be done; worked off from `head`. */
  queue: QueueItem[];
  head: number;
  /** How many tokens are on their way inside each scope, so that a scope does not end too early. */
  readonly arriving: Map<Key, number>;
  /** Variables that changed since conditions were last looked at; stays empty where the process has no conditional events. */
  changes: VariableChange[];
  /** Scopes in which a token came to rest or disappeared; stays empty where the process has no joins. */
  readonly touched: Set<Key>;
  /** What a canceled process instance has still to end, the innermost last; null until the step comes to it. */
  dying: ElementInstance[] | null;
}

/** Notes what happened and applies it at once: the only way in which a step changes state. */
export const emit = (step: Step, record: JournalRecord): void => {
  step.records.push(record);
  if (step.definition.hasJoins) touch(step, record);
  if (step.definition.hasConditions && record.type === 'variable-set') {
    const isNew = step.state.elements.get(record.scopeKey)?.variables?.has(record.name) !== true;
    step.changes.push({ scopeKey: record.scopeKey, name: record.name, isNew });
  }
  if (step.state.terminateAfter.length > 0) noticeEnd(step, record);
  evolve(step.state, record, step.nowMs);
};

/** The end of some elements ends the instance, before anything else that follows from it. */
const noticeEnd = (step: Step, record: JournalRecord): void => {
  if (record.type !== 'element-completed' && record.type !== 'element-terminated') return;
  const { elements, terminateAfter } = step.state;
  const ended = elements.get(record.key);
  const scope = ended?.scopeKey == null ? undefined : elements.get(ended.scopeKey);
  // One of the instances of a loop is not all of it.
  if (ended && ended.elementId !== scope?.elementId && terminateAfter.includes(ended.elementId))
    enqueueFirst(step, { do: 'terminate-instance' });
};

/** Remembers where joins have to look around when the step has come to rest. */
const touch = (step: Step, record: JournalRecord): void => {
  switch (record.type) {
    case 'element-completed':
    case 'element-terminated': {
      const scopeKey = step.state.elements.get(record.key)?.scopeKey ?? null;
      if (scopeKey !== null) step.touched.add(scopeKey);
      return;
    }
    case 'token-parked':
    case 'tokens-consumed':
    case 'gateway-reset-awaited':
      step.touched.add(record.scopeKey);
      return;
    default:
      return;
  }
};

type ComesInto = Extract<QueueItem, { do: 'arrive' | 'activate' }>;

/** Whether it brings a token into a scope, which must not end before that. */
const comesInto = (item: QueueItem): item is ComesInto => item.do === 'arrive' || item.do === 'activate';

/** Adds something to do after what is in the queue already. */
export const enqueue = (step: Step, item: QueueItem): void => {
  step.queue.push(item);
  if (comesInto(item)) count(step.arriving, item.scopeKey, 1);
};

/** Adds something to do before everything else. */
export const enqueueFirst = (step: Step, item: Exclude<QueueItem, ComesInto>): void => {
  step.queue.splice(step.head, 0, item);
};

/** Takes the next thing to do; undefined when the step has come to rest. */
export const dequeue = (step: Step): QueueItem | undefined => {
  const item = step.queue[step.head];
  if (item === undefined) return undefined;
  step.head += 1;
  if (comesInto(item)) count(step.arriving, item.scopeKey, -1);
  return item;
};

/** What a scope still had to do is dropped: it was interrupted. */
export const dropQueued = (step: Step, scopeKey: Key): void => {
  if (!step.arriving.has(scopeKey)) return;
  step.queue = step.queue.slice(step.head).filter((item) => !(comesInto(item) && item.scopeKey === scopeKey));
  step.head = 0;
  step.arriving.delete(scopeKey);
};

/** Nothing of what the process instance had still to do is done: it is canceled. */
export const dropAll = (step: Step): void => {
  step.queue = [];
  step.head = 0;
  step.arriving.clear();
  step.changes = [];
  step.touched.clear();
};

/** Whether the process instance is canceled, but something in it lives on for a while. */
export const isBeingCanceled = ({ elements, key }: InstanceState): boolean =>
  elements.get(key)?.state === 'TERMINATING';

/** Takes what waits in the queue out of its turn, as far as it is wanted. */
export const dequeueArriving = (
  step: Step,
  scopeKey: Key,
  isWanted: (flowId: string) => boolean,
): readonly { readonly flowId: string }[] => {
  const taken: { readonly flowId: string }[] = [];
  step.queue = step.queue.slice(step.head).filter((item) => {
    if (item.do !== 'arrive' || item.scopeKey !== scopeKey || !isWanted(item.flowId)) return true;
    taken.push(item);
    count(step.arriving, scopeKey, -1);
    return false;
  });
  step.head = 0;
  return taken;
};

/** Whether tokens are on their way inside the scope. */
export const isArriving = (step: Step, scopeKey: Key): boolean => step.arriving.has(scopeKey);

const count = (counts: Map<Key, number>, key: Key, change: number): void => {
  const value = (counts.get(key) ?? 0) + change;
  if (value > 0) counts.set(key, value);
  else counts.delete(key);
};

/** The living element instance with this key. It must exist: use it for keys that come from the state. */
export const instanceOf = living;

/** The hooks of an element instance, which depend on what it stands for. */
export const hooksOf = (step: Step, instance: ElementInstance): { node: Node; hooks: ElementHooks<Node> } => {
  const node = nodeOf(step.definition, instance.elementId);
  return { node, hooks: step.behaviorOf(node, roleOf(step.state, instance, node)) };
};
