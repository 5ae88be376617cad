import type { ThrownError } from './command.ts';
import { nodeOf } from './definition/process-definition.ts';
import type { Node } from './elements/registry.ts';
import { leaveByBoundary } from './event-catching.ts';
import { raiseIncident } from './incidents.ts';
import type { ElementInstance } from './state.ts';
import { instanceOf, type Step } from './step.ts';

type Boundary = Extract<Node, { type: 'boundary-event' }>;

/**
 * Sends a BPMN error outward from an element instance to the nearest scope that catches it; on one scope an exact code goes before
 * catch-all. Nobody in this instance: its caller is asked. Nobody at all: an incident where it was thrown. BPMN 2.0.2, 10.5.1 and 13.5.
 */
export const throwError = (step: Step, from: ElementInstance, error: ThrownError): void => {
  for (let instance: ElementInstance | null = from; instance;) {
    const boundary = catcherOn(step, nodeOf(step.definition, instance.elementId), error.code);
    if (boundary) return leaveByBoundary(step, instance, boundary, error.variables);
    instance = instance.scopeKey === null ? null : instanceOf(step.state, instance.scopeKey);
  }
  const { parent, key } = step.state;
  if (parent) step.effects.push({ type: 'throw-to-caller', parent, calledInstanceKey: key, error });
  else if (error.origin.processInstanceKey === key) reportUncaught(step, from, error);
  else step.effects.push({ type: 'report-uncaught-error', error });
};

/** No scope catches the error: somebody has to change the model, the job or the data. */
export const reportUncaught = (step: Step, thrower: ElementInstance, error: ThrownError): void =>
  raiseIncident(step, thrower, {
    type: 'UNHANDLED_ERROR_EVENT',
    message: `Expected an error boundary event to catch the error with code '${error.code}'${error.message ? ` ("${error.message}")` : ''}, but found none around '${thrower.elementId}'. Catch it in the model, or resolve the incident to try again.`,
  });

const catcherOn = (step: Step, node: Node, code: string): Boundary | null => {
  let catchAll: Boundary | null = null;
  for (const id of node.boundaryEvents) {
    const boundary = nodeOf(step.definition, id);
    if (boundary.type !== 'boundary-event' || boundary.event.kind !== 'error') continue;
    if (boundary.event.errorCode === null) catchAll ??= boundary;
    else if (boundary.event.errorCode.text === code) return boundary;
  }
  return catchAll;
};
