import { compensationStartOf } from './compensation-register.ts';
import { nodeOf } from './definition/process-definition.ts';
import { activateElement, completeElement } from './element-lifecycle.ts';
import type { CompensationEvent } from './events/event-definition.ts';
import type { Key } from './key.ts';
import { scopeOf } from './roles.ts';
import type { Compensation, ElementInstance } from './state.ts';
import { emit, enqueue, instanceOf, type Step } from './step.ts';
import { setLocal } from './variables.ts';

/**
 * Compensation (BPMN 2.0.2, 10.7 and 13.5.5): handlers of completed activities run in the reverse order of completion, each after the one
 * before it is done. An activity with a handler is undone by that. A scope without one comes back as an element instance of its own, with
 * its variables as they were, and what completed inside it is compensated there; a scope with a compensation event sub-process comes back
 * for that. Called processes are never reached.
 */

/**
 * Asks for compensation in the scope of a throw event; inside an event sub-process that is the scope around it. Returns whether there is
 * anything to wait for: then `trigger` of the thrower follows when the last handler is done.
 */
export const throwCompensation = (step: Step, thrower: ElementInstance, event: CompensationEvent): boolean => {
  const scope = compensatedScope(step, thrower, event.activityRef);
  if (!scope) return false;
  return compensateScope(step, scope, thrower.key, event.activityRef);
};

/** Compensates completed activities of the scope, all or those of one element. False when there are none. */
export const compensateScope = (
  step: Step,
  scope: ElementInstance,
  runKey: Key,
  elementId: string | null = null,
): boolean => {
  const keys = [...(scope.compensations?.values() ?? [])]
    .filter((entry) => entry.runKey === null && (elementId === null || entry.elementId === elementId))
    .map((entry) => entry.key);
  if (keys.length === 0) return false;
  emit(step, { type: 'compensation-triggered', scopeKey: scope.key, keys, runKey });
  startNext(step, scope, runKey);
  return true;
};

/** A handler is done: the next one begins, or whoever waits for the last one goes on. */
export const compensateNext = (step: Step, scopeKey: Key, completedKey: Key): void => {
  const scope = step.state.elements.get(scopeKey);
  const entry = scope?.compensations?.get(completedKey);
  if (!scope || !entry) return;
  emit(step, { type: 'compensation-completed', scopeKey, key: completedKey });
  if (entry.runKey !== null && !startNext(step, scope, entry.runKey)) finishRun(step, scope, entry.runKey);
};

const compensatedScope = (
  step: Step,
  thrower: ElementInstance,
  activityRef: string | null,
): ElementInstance | undefined => {
  const scope = scopeOf(step.state, thrower);
  if (activityRef !== null && nodeOf(step.definition, activityRef).scopeId === scope?.elementId) return scope;
  const isHandler = scope && nodeOf(step.definition, scope.elementId).type === 'event-sub-process';
  return isHandler && scope.compensates === null ? scopeOf(step.state, scope) : scope;
};

/** Begins the handler of the last completed activity that this run still has; false when none is left. */
const startNext = (step: Step, scope: ElementInstance, runKey: Key): boolean => {
  let next: Compensation | null = null;
  for (const entry of scope.compensations?.values() ?? []) {
    if (entry.runKey === runKey && (next === null || entry.order > next.order)) next = entry;
  }
  if (!next) return false;
  startHandler(step, scope, next);
  return true;
};

const startHandler = (step: Step, scope: ElementInstance, entry: Compensation): void => {
  const node = nodeOf(step.definition, entry.elementId);
  const isBody = node.loop !== null && scope.elementId !== entry.elementId;
  const note = (handlerKey: Key): void =>
    emit(step, { type: 'compensation-started', scopeKey: scope.key, key: entry.key, handlerKey });
  if (node.compensationHandler !== null && !isBody) {
    const handler = nodeOf(step.definition, node.compensationHandler);
    activateElement(step, handler, scope.key, { variables: entry.variables, note });
    return;
  }
  const key = step.nextKey();
  emit(step, { type: 'element-activated', key, elementId: node.id, scopeKey: scope.key });
  note(key);
  setLocal(step, key, Object.entries(entry.variables));
  const again = instanceOf(step.state, key);
  const eventSubProcess = isBody ? null : compensationStartOf(step, again);
  if (eventSubProcess !== null) {
    const trigger = { targetId: eventSubProcess, variables: {} };
    activateElement(step, nodeOf(step.definition, eventSubProcess), key, { trigger });
  } else if (!compensateScope(step, again, key)) enqueue(step, { do: 'complete-scope', scopeKey: key });
};

/** All handlers of a run are done: the throw event that waits goes on, a scope that came back for them ends. */
const finishRun = (step: Step, scope: ElementInstance, runKey: Key): void => {
  const thrower = step.state.elements.get(runKey);
  if (thrower && thrower.key !== scope.key) {
    const node = nodeOf(step.definition, thrower.elementId);
    const hooks = step.behaviorOf(node, 'self');
    if (hooks.trigger) hooks.trigger(step, thrower, node, node.id, {});
    else completeElement(step, thrower, node);
  }
  enqueue(step, { do: 'complete-scope', scopeKey: scope.key });
};
