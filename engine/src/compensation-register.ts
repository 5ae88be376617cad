import { nodeOf } from './definition/process-definition.ts';
import type { Key } from './key.ts';
import { isScope, roleOf, scopeOf } from './roles.ts';
import type { ElementInstance } from './state.ts';
import { emit, type Step } from './step.ts';
import { localVariables } from './variables.ts';

/**
 * An element instance completes: what can be compensated of it is noted in its scope, together with its local variables as they are now
 * (BPMN 2.0.2, 10.7: only completed activities, each completion once). Compensation itself is in `compensation.ts`.
 */
export const registerCompensation = (step: Step, instance: ElementInstance): void => {
  if (!step.definition.hasCompensation) return;
  const { scopeKey } = instance;
  const node = nodeOf(step.definition, instance.elementId);
  const isBody = roleOf(step.state, instance, node) === 'body';
  const hasHandler = (node.compensationHandler !== null && !isBody) || compensationStartOf(step, instance) !== null;
  // A handler, or a scope that came back for its handlers, is not compensated again.
  if (scopeKey === null || instance.compensates !== null || (!hasHandler && instance.compensations === null)) {
    if (instance.compensations) emit(step, { type: 'compensations-discarded', scopeKey: instance.key });
    return;
  }
  emit(step, {
    type: 'compensation-registered',
    key: step.nextKey(),
    scopeKey,
    elementId: node.id,
    order: nextOrder(step, scopeKey),
    variables: localVariables(step, instance.key),
    innerKey: instance.key,
  });
};

/** The entries of a scope are only ever added at its end. */
const nextOrder = (step: Step, scopeKey: Key): number => {
  let order = 0;
  for (const entry of step.state.elements.get(scopeKey)?.compensations?.values() ?? [])
    order = Math.max(order, entry.order + 1);
  return order;
};

/** The event sub-process inside the scope that compensates it; null when it has none. */
export const compensationStartOf = (step: Step, instance: ElementInstance): string | null => {
  const node = nodeOf(step.definition, instance.elementId);
  if (!isScope(node) || roleOf(step.state, instance, node) === 'body') return null;
  for (const id of node.eventSubProcesses) {
    const inside = nodeOf(step.definition, id);
    if (inside.type !== 'event-sub-process') continue;
    const start = nodeOf(step.definition, inside.startEventId);
    if (start.type === 'start-event' && start.event.kind === 'compensation') return id;
  }
  return null;
};

/** Whether handlers of the scope run, or are asked for and have yet to run. */
export const isCompensating = (scope: ElementInstance): boolean => {
  for (const entry of scope.compensations?.values() ?? []) if (entry.runKey !== null) return true;
  return false;
};

/** Whether this is not a handler but a completed scope that stands again, so that what completed inside it can be compensated. */
export const isScopeComeBack = (step: Step, instance: ElementInstance): boolean => {
  if (instance.compensates === null) return false;
  const entry = scopeOf(step.state, instance)?.compensations?.get(instance.compensates);
  return entry?.elementId === instance.elementId;
};
