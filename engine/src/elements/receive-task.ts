import type { ElementBehavior } from '../behavior.ts';
import type { NodeBase } from '../definition/node.ts';
import { completeElement } from '../element-lifecycle.ts';
import { compileMessage } from '../events/compile-event.ts';
import type { MessageEvent } from '../events/event-definition.ts';
import { raiseIncident } from '../incidents.ts';
import { child, flag } from '../model/moddle.ts';
import { lookupFrom } from '../variables.ts';
import { openWaits } from '../waits.ts';

/** Waits for a message; unlike a catch event it can have boundary events. It may start the process, too. BPMN 2.0.2, 10.3.3 and 13.3.3. */
export interface ReceiveTaskNode extends NodeBase {
  readonly type: 'receive-task';
  readonly message: MessageEvent;
  /** Its message starts an instance of the process; no flow leads to it. */
  readonly instantiate: boolean;
}

export const receiveTask: ElementBehavior<ReceiveTaskNode> = {
  compile(element, base, context) {
    const instantiate = flag(element, 'instantiate', false) && base.incoming.length === 0;
    const message = compileMessage(element, child(element, 'messageRef'), !instantiate, context);
    return message && { ...base, type: 'receive-task', message, instantiate };
  },
  enter(step, instance, node) {
    const opened = openWaits(
      step,
      instance,
      [{ targetId: node.id, event: node.message, eventIndex: 0 }],
      lookupFrom(step, instance.key),
    );
    if (!opened.ok) raiseIncident(step, instance, opened.error);
  },
  trigger: (step, instance, node, _targetId, variables) => completeElement(step, instance, node, variables),
};
