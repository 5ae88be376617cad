import { isCompensating, isScopeComeBack, registerCompensation } from './compensation-register.ts';
import type { ElementHooks } from './behavior.ts';
import type { Node } from './elements/registry.ts';
import { waitingEvents } from './events/event-definition.ts';
import type { SequenceFlow } from './definition/node.ts';
import { nodeOf } from './definition/process-definition.ts';
import { ok } from './failure.ts';
import { chooseFlows, hasConditions } from './flow-choice.ts';
import { closeIncident, raiseIncident } from './incidents.ts';
import type { Json, Variables } from './json.ts';
import { createJob } from './jobs.ts';
import type { Key } from './key.ts';
import { roleInside, roleOf, scopeOf, type Role } from './roles.ts';
import type { ElementInstance, PendingTrigger } from './state.ts';
import { emit, enqueue, hooksOf, instanceOf, isArriving, type Step } from './step.ts';
import { evaluateMappings, lookupFrom, lookupWith, propagate, setLocal } from './variables.ts';
import { closeWaits, openWaits, type Catcher } from './waits.ts';

/** The life of an element instance, common to all elements: activate → work → complete. See `behavior.ts` for the whole picture. */

/** How an element instance begins, beyond a token that arrives. */
export interface Beginning {
  /** An event that has already happened for it (a boundary event, an event behind a gateway). */
  readonly trigger?: PendingTrigger | null;
  /** Variables that are local to it from the start. */
  readonly variables?: Variables;
  /** Notes what the new element instance belongs to (a loop, a compensation) before anything else happens to it. */
  readonly note?: (key: Key) => void;
}

/** A token enters an element. */
export const activateElement = (step: Step, node: Node, scopeKey: Key, beginning: Beginning = {}): Key => {
  const key = step.nextKey();
  const { trigger = null, variables, note } = beginning;
  const isSimple = hasNothingToPrepare(node) && variables === undefined && note === undefined;
  const role = roleInside(step.state, node, scopeKey);
  emit(step, {
    type: isSimple ? 'element-activated' : 'element-activating',
    key,
    elementId: node.id,
    scopeKey,
    ...(role === 'self' ? {} : { role }),
  });
  const instance = instanceOf(step.state, key);
  note?.(key);
  if (variables) setLocal(step, key, Object.entries(variables));
  if (trigger) emit(step, { type: 'element-triggered', key, ...trigger });
  if (isOneTooMany(step, instance)) return key;
  if (isSimple) begin(step, instance, node);
  else activate(step, instance, node);
  return key;
};

/** Nothing that could fail, or take time, stands between the token and the work. */
export const hasNothingToPrepare = (node: Node): boolean =>
  node.inputs.length === 0 &&
  node.boundaryEvents.length === 0 &&
  node.eventSubProcesses.length === 0 &&
  node.declares.length === 0 &&
  node.listeners.start.length === 0;

/** Whether more element instances live in the process instance than may; this one has an incident then and waits for room. */
export const isOneTooMany = (step: Step, instance: ElementInstance): boolean => {
  const { elementInstances: limit } = step.limits;
  if (step.state.elements.size <= limit) return false;
  raiseIncident(step, instance, {
    type: 'UNKNOWN',
    message: `Expected at most ${limit} element instances at the same time in one process instance, found more. Does a loop or a split make tokens without end? Cancel the instance, or let others complete and then resolve the incident.`,
  });
  return true;
};

/**
 * Applies input mappings, runs start listeners and opens what the element instance waits for meanwhile, then lets the work begin. Run again
 * when an incident of this phase is resolved.
 */
export const activate = (step: Step, instance: ElementInstance, node: Node): void => {
  if (instance.listening?.event === 'start') return listen(step, instance, node, 'start', instance.listening.index);
  const role = roleOf(step.state, instance, node);
  // A body has the boundary events; what the mappings make belongs to each of its instances.
  if (role !== 'self') return open(step, instance, node, role);
  const outer = lookupFrom(step, instance.key);
  const inputs = evaluateMappings(node.inputs, outer, () => undefined, step);
  if (!inputs.ok) return raiseIncident(step, instance, inputs.error);
  const declared = node.declares.filter((name) => !instance.variables?.has(name)).map((name) => [name, null] as const);
  if (node.listeners.start.length === 0)
    return open(
      step,
      instance,
      node,
      role,
      () => {
        setLocal(step, instance.key, declared);
        setLocal(step, instance.key, inputs.value);
      },
      lookupWith(inputs.value, outer),
    );
  setLocal(step, instance.key, declared);
  setLocal(step, instance.key, inputs.value);
  listen(step, instance, node, 'start', 0);
};

/** Opens boundary events and event sub-processes, then the work begins. `before` is done once it is known that all can be opened. */
const open = (
  step: Step,
  instance: ElementInstance,
  node: Node,
  role: Role,
  before: () => void = () => undefined,
  lookup = lookupFrom(step, instance.key),
): void => {
  const opened = openWaits(step, instance, catchersOf(step, node, role), lookup);
  if (!opened.ok) return raiseIncident(step, instance, opened.error);
  before();
  if (instance.listening) emit(step, { type: 'listeners-finished', elementInstanceKey: instance.key });
  emit(step, {
    type: 'element-activated',
    key: instance.key,
    elementId: instance.elementId,
    scopeKey: instance.scopeKey,
  });
  begin(step, instance, node);
};

/** What an element instance catches for its boundary events (a loop: its body does) and for the event sub-processes inside it. */
export const catchersOf = (step: Pick<Step, 'definition'>, node: Node, role: Role): Catcher[] => {
  const boundaries = role === 'body' || (role === 'self' && node.loop === null) ? node.boundaryEvents : [];
  const inside = role === 'self' ? node.eventSubProcesses : [];
  const targets = [
    ...boundaries,
    ...inside.map((id) => {
      const eventSubProcess = nodeOf(step.definition, id);
      return eventSubProcess.type === 'event-sub-process' ? eventSubProcess.startEventId : '';
    }),
  ];
  return targets.flatMap((targetId) => {
    const target = nodeOf(step.definition, targetId);
    const event = target.type === 'boundary-event' || target.type === 'start-event' ? target.event : null;
    return event ? waitingEvents(event).map((each, eventIndex) => ({ targetId, event: each, eventIndex })) : [];
  });
};

/** The next listener of this phase gets its job; after the last one the phase goes on. */
export const listen = (
  step: Step,
  instance: ElementInstance,
  node: Node,
  event: 'start' | 'end',
  index: number,
): void => {
  const listener = node.listeners[event][index];
  if (instance.listening?.event !== event || instance.listening.index !== index) {
    emit(step, {
      type: 'listener-started',
      elementInstanceKey: instance.key,
      event,
      index,
      changes: null,
      action: '',
      variables: null,
    });
  }
  if (listener) createJob(step, instance, listener, { kind: 'EXECUTION_LISTENER', listenerEvent: event });
  else if (event === 'start') open(step, instance, node, roleOf(step.state, instance, node));
  else leave(step, instance, node);
};

/** The work begins, or is done already when the event that it would wait for has happened. Run again after an incident of this phase. */
export const begin = (step: Step, instance: ElementInstance, node: Node): void => {
  const { hooks } = hooksOf(step, instance);
  if (instance.trigger && hooks.entersTriggered !== true)
    completeElement(step, instance, node, instance.trigger.variables);
  else hooks.enter(step, instance, node);
};

/**
 * The work begins once more after an incident. Whoever corrected a variable may have done so outside, where the input mappings read it, or
 * inside: mappings are applied again, but none takes a value away that is there.
 */
export const beginAgain = (step: Step, instance: ElementInstance, node: Node): void => {
  const { hooks } = hooksOf(step, instance);
  if (hooks.resume) return hooks.resume(step, instance, node);
  const inputs = evaluateMappings(node.inputs, lookupFrom(step, instance.scopeKey), () => undefined, step);
  if (!inputs.ok) return raiseIncident(step, instance, inputs.error);
  setLocal(
    step,
    instance.key,
    [...inputs.value].filter(([name, value]) => value !== null || !instance.variables?.has(name)),
  );
  begin(step, instance, node);
};

/**
 * The work is done and brought these variables. With output mappings they stay inside the element instance and only what the mappings make
 * goes out; without, they go to the scope that defines them. Then the token leaves.
 */
export const completeElement = (step: Step, instance: ElementInstance, node: Node, variables: Variables = {}): void => {
  const entries = Object.entries(variables);
  if (mapsOut(step, instance, node)) setLocal(step, instance.key, entries);
  else if (entries.length > 0 && instance.scopeKey !== null) propagate(step, instance.key, entries);
  if (mayFailToLeave(step, node)) emit(step, { type: 'element-completing', key: instance.key });
  leave(step, instance, node);
};

/** A body maps nothing: the mappings belong to each of its instances. */
const mapsOut = (step: Step, instance: ElementInstance, node: Node): boolean =>
  node.outputs.length > 0 && roleOf(step.state, instance, node) === 'self';

const mayFailToLeave = (step: Step, node: Node): boolean =>
  node.outputs.length > 0 || node.loop !== null || node.listeners.end.length > 0 || hasConditions(step, node);

/** What output mappings make looks for its place in the scope around; in a loop in the instance itself first, which may hold what comes out. */
const outwardFrom = (instance: ElementInstance): Key =>
  instance.loopCounter === null ? (instance.scopeKey ?? instance.key) : instance.key;

/** Applies output mappings, runs end listeners and chooses outgoing flows, then lets the token go. Run again when an incident of this phase is resolved. */
export const leave = (step: Step, instance: ElementInstance, node: Node): void => {
  const role = roleOf(step.state, instance, node);
  const listeners = role === 'self' ? node.listeners.end : [];
  if (instance.listening?.event === 'end') {
    const { index } = instance.listening;
    return index < listeners.length ? listen(step, instance, node, 'end', index) : go(step, instance, node, new Map());
  }
  const outer = lookupFrom(step, instance.scopeKey);
  const outputs = evaluateMappings(role === 'self' ? node.outputs : [], lookupFrom(step, instance.key), outer, step);
  if (!outputs.ok) return raiseIncident(step, instance, outputs.error);
  if (listeners.length === 0) return go(step, instance, node, outputs.value);
  propagate(step, outwardFrom(instance), outputs.value);
  listen(step, instance, node, 'end', 0);
};

/** Chooses the flows, or tells what it is one instance of; nothing is changed before it is known that this works. */
const go = (step: Step, instance: ElementInstance, node: Node, outputs: ReadonlyMap<string, Json>): void => {
  const container = containerOf(step, instance, node);
  if (container) {
    const lookup = lookupWith(outputs, lookupFrom(step, instance.key));
    const completed = container.hooks.completeInner?.(step, container.instance, node, instance, lookup);
    if (completed && !completed.ok) return raiseIncident(step, instance, completed.error);
    propagate(step, outwardFrom(instance), outputs);
    finish(step, instance, []);
    return completed?.value();
  }
  const { hooks } = hooksOf(step, instance);
  const chosen =
    instance.compensates === null
      ? chooseFlows(step, node, hooks, lookupWith(outputs, lookupFrom(step, instance.scopeKey)))
      : ok([]);
  if (!chosen.ok) return raiseIncident(step, instance, chosen.error);
  if (instance.scopeKey !== null) propagate(step, instance.scopeKey, outputs);
  finish(step, instance, chosen.value);
};

/** What this is one instance of: the body of its loop, or its ad-hoc sub-process; null for everything else. */
const containerOf = (
  step: Step,
  instance: ElementInstance,
  node: Node,
): { readonly instance: ElementInstance; readonly hooks: ElementHooks<Node> } | null => {
  const role = roleOf(step.state, instance, node);
  if (role === 'body' || (role === 'self' && node.loop === null)) return null;
  const outer = scopeOf(step.state, instance);
  return outer ? { instance: outer, hooks: step.behaviorOf(node, role === 'inner' ? 'self' : 'body') } : null;
};

/** The element instance is gone, its tokens are on their way; without any, its scope may have come to its end. */
export const finish = (step: Step, instance: ElementInstance, flows: readonly SequenceFlow[]): void => {
  const { scopeKey, compensates } = instance;
  closeIncident(step, instance);
  closeWaits(step, instance);
  if (instance.listening) emit(step, { type: 'listeners-finished', elementInstanceKey: instance.key });
  registerCompensation(step, instance);
  const { node, hooks } = hooksOf(step, instance);
  const afterwards = hooks.completed?.(step, instance, node);
  emit(step, { type: 'element-completed', key: instance.key });
  afterwards?.();
  if (scopeKey === null) return;
  for (const flow of flows) takeFlow(step, flow, scopeKey);
  if (compensates !== null) enqueue(step, { do: 'compensate-next', scopeKey, completedKey: compensates });
  if (flows.length === 0) checkScope(step, scopeKey);
};

export const takeFlow = (step: Step, flow: SequenceFlow, scopeKey: Key): void => {
  emit(step, { type: 'sequence-flow-taken', scopeKey, flowId: flow.id });
  enqueue(step, { do: 'arrive', flowId: flow.id, scopeKey });
};

/** Asks, once everything before it is done, whether the scope has come to its end. */
export const checkScope = (step: Step, scopeKey: Key): void => enqueue(step, { do: 'complete-scope', scopeKey });

/** Ends a scope that holds no token any more: nothing lives in it, waits at a join, or is on its way. */
export const completeScopeIfEmpty = (step: Step, scopeKey: Key): void => {
  const scope = step.state.elements.get(scopeKey);
  if (!scope || scope.state !== 'ACTIVE' || scope.children > 0 || scope.parked || scope.resets) return;
  if (isArriving(step, scopeKey) || isCompensating(scope)) return;
  const { node, hooks } = hooksOf(step, scope);
  if (isScopeComeBack(step, scope)) return finish(step, scope, []);
  hooks.completeScope?.(step, scope, node);
};
