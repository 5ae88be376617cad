import { nodeOf } from './definition/process-definition.ts';
import { activateElement } from './element-lifecycle.ts';
import type { Node } from './elements/registry.ts';
import { waitingEvents } from './events/event-definition.ts';
import { closeIncident, raiseIncident } from './incidents.ts';
import type { Variables } from './json.ts';
import { roleOf } from './roles.ts';
import type { ElementInstance } from './state.ts';
import { emit, hooksOf, type Step } from './step.ts';
import { terminateContents, terminateElement } from './termination.ts';
import { lookupFrom } from './variables.ts';
import { closeWaits, openWaits } from './waits.ts';

/** The elements that catch for somebody else: a boundary event for its host, the start of an event sub-process for the scope around it. */
type Handler = Extract<Node, { type: 'boundary-event' | 'start-event' }>;

const handlerOf = (step: Step, targetId: string): Handler | null => {
  const target = nodeOf(step.definition, targetId);
  return target.type === 'boundary-event' || target.type === 'start-event' ? target : null;
};

/**
 * Whether a subscription stays open when it catches something: only where nothing is interrupted. A parallel multiple event has each of
 * its events once until all have happened.
 */
export const staysOpen = (step: Step, targetId: string): boolean => {
  const handler = handlerOf(step, targetId);
  return handler !== null && !handler.interrupting && !isParallelMultiple(handler);
};

const isParallelMultiple = (node: Node): boolean =>
  'event' in node && node.event.kind === 'multiple' && node.event.parallel;

/** Something happened that the element instance waited for; the record that says so is written already. */
export const catchEvent = (step: Step, instance: ElementInstance, targetId: string, variables: Variables): void => {
  const target = nodeOf(step.definition, targetId);
  if (!isParallelMultiple(target)) return handle(step, instance, target, variables);
  emit(step, { type: 'event-gathered', elementInstanceKey: instance.key, targetId, variables });
  for (const wait of instance.waits?.values() ?? []) if (wait.targetId === targetId) return;
  const all = instance.gathered?.get(targetId) ?? {};
  emit(step, { type: 'gathered-events-cleared', elementInstanceKey: instance.key, targetId });
  handle(step, instance, target, all);
  reopen(step, instance, target);
};

const handle = (step: Step, instance: ElementInstance, target: Node, variables: Variables): void => {
  if (target.type === 'boundary-event') return leaveByBoundary(step, instance, target, variables);
  if (target.type === 'start-event') return startEventSubProcess(step, instance, target, variables);
  const { node, hooks } = hooksOf(step, instance);
  hooks.trigger?.(step, instance, node, target.id, variables);
};

/** A parallel multiple event that interrupts nothing waits for the next round, unless a part of it can only happen once. */
const reopen = (step: Step, instance: ElementInstance, target: Node): void => {
  const handler = handlerOf(step, target.id);
  if (!handler || handler.interrupting || !step.state.elements.has(instance.key)) return;
  const events = waitingEvents(handler.event);
  if (events.some((event) => event.kind === 'timer' && event.timerType !== 'cycle')) return;
  const catchers = events.map((event, eventIndex) => ({ targetId: target.id, event, eventIndex }));
  const opened = openWaits(step, instance, catchers, lookupFrom(step, instance.key));
  if (!opened.ok) raiseIncident(step, instance, opened.error);
};

/** A boundary event fires: interrupting ends its host, then the token goes on from the event. */
export const leaveByBoundary = (
  step: Step,
  host: ElementInstance,
  boundary: Extract<Node, { type: 'boundary-event' }>,
  variables: Variables,
): void => {
  const { scopeKey } = host;
  if (scopeKey === null) throw new Error(`Expected the host of ${boundary.id} to be inside a scope.`);
  if (boundary.interrupting) terminateElement(step, host);
  activateElement(step, boundary, scopeKey, { trigger: { targetId: boundary.id, variables } });
};

/**
 * An event sub-process begins inside its living scope. Interrupting: everything else in the scope ends first, and its other event
 * sub-processes catch nothing any more; the boundary events of the scope stay. BPMN 2.0.2, 13.5.4.
 */
export const startEventSubProcess = (
  step: Step,
  scope: ElementInstance,
  start: Extract<Node, { type: 'start-event' }>,
  variables: Variables,
): void => {
  const eventSubProcess = nodeOf(step.definition, start.scopeId ?? '');
  if (start.interrupting) {
    emit(step, { type: 'scope-interrupted', scopeKey: scope.key, elementId: eventSubProcess.id });
    closeIncident(step, scope);
    closeWaits(step, scope, (targetId) => nodeOf(step.definition, targetId).type === 'start-event');
    terminateContents(step, scope, null);
  }
  activateElement(step, eventSubProcess, scope.key, { trigger: { targetId: start.id, variables } });
};

/** Whether handlers inside the element instance can catch: it is a scope at work that no event sub-process has taken over. */
export const canHandleInside = (step: Step, instance: ElementInstance): boolean => {
  const node = nodeOf(step.definition, instance.elementId);
  return (
    node.eventSubProcesses.length > 0 &&
    instance.interruptedBy === null &&
    instance.compensates === null &&
    roleOf(step.state, instance, node) === 'self'
  );
};
