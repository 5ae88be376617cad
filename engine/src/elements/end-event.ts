import type { ElementBehavior } from '../behavior.ts';
import { leaveCanceled } from '../cancellation.ts';
import type { NodeBase } from '../definition/node.ts';
import { completeElement } from '../element-lifecycle.ts';
import { compileEvent } from '../events/compile-event.ts';
import { eventsOf, type EventDefinition } from '../events/event-definition.ts';
import { throwEvent } from '../events/throw-event.ts';
import { compileSending, type MessageSending } from '../events/throw-message.ts';

/**
 * Where a token ends, and what that causes: nothing, a message, a signal, an escalation, an error, compensation, the cancellation of its
 * transaction, or the end of everything else in its scope (which then completes as usual; Camunda 8 does the same). BPMN 2.0.2, 10.5.3 and
 * 13.5.6.
 */
export interface EndEventNode extends NodeBase, MessageSending {
  readonly type: 'end-event';
  readonly event: EventDefinition;
}

export const endEvent: ElementBehavior<EndEventNode> = {
  compile(element, base, context) {
    const event = compileEvent(element, 'end', context);
    return event && { ...base, ...compileSending(element, context), type: 'end-event', event };
  },
  enter: throwEvent,
  /** Its job is done, or what it had to wait for is compensated. */
  trigger(step, instance, node, _targetId, variables) {
    if (eventsOf(node.event).some((event) => event.kind === 'cancel')) leaveCanceled(step, instance);
    else completeElement(step, instance, node, variables);
  },
};
