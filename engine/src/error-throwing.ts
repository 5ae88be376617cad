import type { ThrownError } from './command.ts';
import { leaveByBoundary, startEventSubProcess } from './event-catching.ts';
import { raiseIncident } from './incidents.ts';
import type { Variables } from './json.ts';
import type { ElementInstance } from './state.ts';
import type { Step } from './step.ts';
import { findCatcher, type Caught } from './throwing-outward.ts';

/**
 * Sends a BPMN error outward from an element instance to the nearest scope that catches it. Nobody in this instance: its caller is asked.
 * Nobody at all: an incident where it was thrown. BPMN 2.0.2, 10.5.1 and 13.5.
 */
export const throwError = (step: Step, from: ElementInstance, error: ThrownError): void => {
  const caught = findCatcher(step, from, 'error', error.code);
  if (caught) return handleCaught(step, caught, error.variables);
  const { parent, key } = step.state;
  if (parent) step.effects.push({ type: 'throw-to-caller', parent, calledInstanceKey: key, error });
  else if (error.origin.processInstanceKey === key) reportUncaught(step, from, error);
  else step.effects.push({ type: 'report-uncaught-error', error });
};

/** The handler that was found begins its work. */
export const handleCaught = (step: Step, caught: Caught, variables: Variables): void =>
  caught.by === 'boundary'
    ? leaveByBoundary(step, caught.instance, caught.node, variables)
    : startEventSubProcess(step, caught.instance, caught.node, variables);

/** No scope catches the error: somebody has to change the model, the job or the data. */
export const reportUncaught = (step: Step, thrower: ElementInstance, error: ThrownError): void =>
  raiseIncident(step, thrower, {
    type: 'UNHANDLED_ERROR_EVENT',
    message: `Expected an error boundary event or error event sub-process to catch the error with code '${error.code}'${error.message ? ` ("${error.message}")` : ''}, but found none around '${thrower.elementId}'. Catch it in the model, or resolve the incident to try again.`,
  });
