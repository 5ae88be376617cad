import type { ElementBehavior } from '../behavior.ts';
import { unsupported } from '../definition/compile-context.ts';
import type { NodeBase } from '../definition/node.ts';
import { completeElement } from '../element-lifecycle.ts';
import { compileMessage } from '../events/compile-event.ts';
import type { MessageEvent } from '../events/event-definition.ts';
import { raiseIncident } from '../incidents.ts';
import { child, flag } from '../model/moddle.ts';
import { lookupFrom } from '../variables.ts';
import { openWaits } from '../waits.ts';

/** Waits for a message; unlike a catch event it can have boundary events. BPMN 2.0.2, 10.3.3 and 13.3.3. */
export interface ReceiveTaskNode extends NodeBase {
  readonly type: 'receive-task';
  readonly message: MessageEvent;
}

export const receiveTask: ElementBehavior<ReceiveTaskNode> = {
  compile(element, base, context) {
    if (flag(element, 'instantiate', false)) {
      unsupported(context, element, 'an instantiating receive task');
      return null;
    }
    const message = compileMessage(element, child(element, 'messageRef'), true, context);
    return message && { ...base, type: 'receive-task', message };
  },
  enter(step, instance, node) {
    const opened = openWaits(
      step,
      instance,
      [{ targetId: node.id, event: node.message }],
      lookupFrom(step, instance.key),
    );
    if (!opened.ok) raiseIncident(step, instance, opened.error);
  },
  trigger: (step, instance, node, _targetId, variables) => completeElement(step, instance, node, variables),
};
