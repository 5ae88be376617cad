import type { ElementBehavior } from '../behavior.ts';
import type { NodeBase } from '../definition/node.ts';
import { nodeOf } from '../definition/process-definition.ts';
import { activateElement, completeElement, finish } from '../element-lifecycle.ts';
import { compileEvent } from '../events/compile-event.ts';
import type { EventDefinition } from '../events/event-definition.ts';
import { evaluateName } from '../events/message.ts';
import { compileSending, sendMessage, type MessageSending } from '../events/throw-message.ts';
import { raiseIncident } from '../incidents.ts';
import type { ElementInstance } from '../state.ts';
import type { Step } from '../step.ts';
import { localVariables, lookupFrom } from '../variables.ts';

/**
 * Causes something and goes on at once: sends a message (itself or by a worker), broadcasts a signal, or jumps to the catching link of the
 * same name in its scope. BPMN 2.0.2, 10.5.4 and 13.5.2.
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
    switch (node.event.kind) {
      case 'message':
        return sendMessage(step, instance, node, node.event);
      case 'signal': {
        const signalName = evaluateName(node.event.signalName, 'signal', lookupFrom(step, instance.key), step.nowMs);
        if (!signalName.ok) return raiseIncident(step, instance, signalName.error);
        const variables = localVariables(step, instance.key);
        step.effects.push({ type: 'broadcast-signal', signalName: signalName.value, variables });
        return completeElement(step, instance, node);
      }
      case 'link':
        return jump(step, instance, node, node.event.linkName);
      default:
        return completeElement(step, instance, node);
    }
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
    return activateElement(step, nodeOf(step.definition, target.id), scopeKey);
  }
  throw new Error(`Expected a catching link '${linkName}' beside ${node.id}; validation let it through.`);
};
