import { compensateScope } from './compensation.ts';
import { nodeOf } from './definition/process-definition.ts';
import { leaveByBoundary } from './event-catching.ts';
import { closeIncident } from './incidents.ts';
import { roleOf, scopeOf } from './roles.ts';
import type { ElementInstance } from './state.ts';
import { emit, type Step } from './step.ts';
import { terminateContents } from './termination.ts';
import { closeWaits } from './waits.ts';

/**
 * A cancel end event in a transaction (BPMN 2.0.2, 13.3.4 and 13.5.3): what is active in it ends, what completed is compensated, and when
 * all handlers are done the token leaves by the cancel boundary event. The end event waits for that.
 */
export const cancelTransaction = (step: Step, endEvent: ElementInstance): void => {
  const transaction = scopeOf(step.state, endEvent);
  if (!transaction) return;
  emit(step, { type: 'scope-interrupted', scopeKey: transaction.key, elementId: endEvent.elementId });
  closeIncident(step, transaction);
  closeWaits(step, transaction, (targetId) => nodeOf(step.definition, targetId).type === 'start-event');
  terminateContents(step, transaction, endEvent.key);
  if (!compensateScope(step, transaction, endEvent.key)) leaveCanceled(step, endEvent);
};

/** Everything is compensated. */
export const leaveCanceled = (step: Step, endEvent: ElementInstance): void => {
  const transaction = scopeOf(step.state, endEvent);
  if (!transaction) return;
  const node = nodeOf(step.definition, transaction.elementId);
  const isOneOfMany = node.loop !== null && roleOf(step.state, transaction, node) === 'self';
  const host = isOneOfMany ? scopeOf(step.state, transaction) : transaction;
  for (const id of node.boundaryEvents) {
    const boundary = nodeOf(step.definition, id);
    if (host && boundary.type === 'boundary-event' && boundary.event.kind === 'cancel')
      return leaveByBoundary(step, host, boundary, {});
  }
  throw new Error(`Expected ${node.id} to have a cancel boundary event; validation let it through.`);
};
