import { isScopeComeBack } from '../compensation-register.ts';
import { nodeOf, type ProcessDefinition } from '../definition/process-definition.ts';
import { catchersOf } from '../element-lifecycle.ts';
import { catchersBehind } from '../elements/event-based-gateway.ts';
import { roleOf } from '../roles.ts';
import type { ElementInstance } from '../state.ts';
import type { Step } from '../step.ts';
import type { Catcher } from '../waits.ts';

/** What an element instance would wait for on behalf of other elements, if its element were this one of that definition. */
export const catchersIn = (
  step: Step,
  instance: ElementInstance,
  definition: ProcessDefinition,
  elementId: string,
): readonly Catcher[] => {
  const node = nodeOf(definition, elementId);
  if (node.type === 'event-based-gateway') return catchersBehind(definition, node);
  const role = roleOf(step.state, instance, nodeOf(step.definition, instance.elementId));
  const all = catchersOf({ definition }, node, role);
  // A scope that was taken over catches nothing inside any more.
  return instance.interruptedBy === null
    ? all
    : all.filter(({ targetId }) => nodeOf(definition, targetId).type === 'boundary-event');
};

/**
 * Whether it waits for such things now: not before its work has begun, nor when it is about to be gone. A gateway with an incident has yet to begin
 * to wait.
 */
export const isCatching = (step: Step, instance: ElementInstance): boolean => {
  if ((instance.state !== 'ACTIVE' && instance.state !== 'COMPLETING') || isScopeComeBack(step, instance)) return false;
  return instance.waits !== null || nodeOf(step.definition, instance.elementId).type !== 'event-based-gateway';
};
