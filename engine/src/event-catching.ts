import { nodeOf } from './definition/process-definition.ts';
import { activateElement } from './element-lifecycle.ts';
import type { Node } from './elements/registry.ts';
import type { Variables } from './json.ts';
import type { ElementInstance } from './state.ts';
import type { Step } from './step.ts';
import { terminateElement } from './termination.ts';

/** Whether the element instance lives on when this element catches something for it: only with a non-interrupting boundary event. */
export const staysOpen = (step: Step, targetId: string): boolean => {
  const target = nodeOf(step.definition, targetId);
  return target.type === 'boundary-event' && !target.interrupting;
};

/** Something happened that the element instance waited for; the record that says so is written already. */
export const catchEvent = (step: Step, instance: ElementInstance, targetId: string, variables: Variables): void => {
  const target = nodeOf(step.definition, targetId);
  if (target.type === 'boundary-event') return leaveByBoundary(step, instance, target, variables);
  const node = nodeOf(step.definition, instance.elementId);
  step.behaviorOf(node).trigger?.(step, instance, node, targetId, variables);
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
  activateElement(step, boundary, scopeKey, { targetId: boundary.id, variables });
};
