import type { ElementBehavior } from '../behavior.ts';
import type { NodeBase } from '../definition/node.ts';
import { completeElement } from '../element-lifecycle.ts';
import { compileThrownMessage } from '../events/compile-event.ts';
import type { MessageEvent } from '../events/event-definition.ts';
import { compileSending, sendMessage, type MessageSending } from '../events/throw-message.ts';
import { child } from '../model/moddle.ts';

/** Sends a message: by a worker when it has a task definition, else inside Baton. BPMN 2.0.2, 10.3.3 and 13.3.3. */
export interface SendTaskNode extends NodeBase, MessageSending {
  readonly type: 'send-task';
  readonly message: MessageEvent;
}

export const sendTask: ElementBehavior<SendTaskNode> = {
  compile(element, base, context) {
    const message = compileThrownMessage(element, child(element, 'messageRef'), context);
    return message && { ...base, ...compileSending(element, context), type: 'send-task', message };
  },
  enter: (step, instance, node) => sendMessage(step, instance, node, node.message),
  trigger: (step, instance, node, _targetId, variables) => completeElement(step, instance, node, variables),
};
