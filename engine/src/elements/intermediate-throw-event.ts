import type { ElementBehavior } from '../behavior.ts';
import type { NodeBase } from '../definition/node.ts';
import { nodeOf } from '../definition/process-definition.ts';
import { activateElement, completeElement, finish } from '../element-lifecycle.ts';
import { compileEvent } from '../events/compile-event.ts';
import type { EventDefinition } from '../events/event-definition.ts';
import { throwEvent } from '../events/throw-event.ts';
import { compileSending, type MessageSending } from '../events/throw-message.ts';
import type { ElementInstance } from '../state.ts';
import type { Step } from '../step.ts';

/**
 * Causes something and goes on: sends a message (itself or by a worker), broadcasts a signal, escalates, compensates (and waits for that), or
 * jumps to the catching link of the same name in its scope. BPMN 2.0.2, 10.5.4 and 13.5.2.
 */
export interface IntermediateThrowEventNode extends NodeBase, MessageSending {
  readonly type: 'intermediate-throw-event';
  readonly event: EventDefinition;
}

export const intermediateThrowEvent: ElementBehavior<IntermediateThrowEventNode> = {
  compile(element, base, context) {
    const event = compileEvent(element, 'throw', context);
    return event && { ...base, ...compileSending(element, context), type: 'intermediate-throw-event', event };
  },
  enter(step, instance, node) {
    if (node.event.kind === 'link') jump(step, instance, node, node.event.linkName);
    else throwEvent(step, instance, node);
  },
  trigger: (step, instance, node, _targetId, variables) => completeElement(step, instance, node, variables),
};

/** The token goes on at the catching partner; the pair stands for one sequence flow. */
const jump = (step: Step, instance: ElementInstance, node: IntermediateThrowEventNode, linkName: string): void => {
  for (const target of step.definition.elements.values()) {
    if (target.type !== 'intermediate-catch-event' || target.scopeId !== node.scopeId) continue;
    if (target.event.kind !== 'link' || target.event.linkName !== linkName) continue;
    const { scopeKey } = instance;
    if (scopeKey === null) break;
    finish(step, instance, []);
    activateElement(step, nodeOf(step.definition, target.id), scopeKey);
    return;
  }
  throw new Error(`Expected a catching link '${linkName}' beside ${node.id}; validation let it through.`);
};
