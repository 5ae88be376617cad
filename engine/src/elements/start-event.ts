import type { ElementBehavior } from '../behavior.ts';
import type { NodeBase } from '../definition/node.ts';
import { completeElement } from '../element-lifecycle.ts';
import { compileEvent } from '../events/compile-event.ts';
import type { EventDefinition } from '../events/event-definition.ts';

/**
 * Where a process or sub-process begins. What triggers it (message, timer, signal) is waited for outside of instances; inside, it only
 * passes its token on. BPMN 2.0.2, 10.5.2 and 13.5.1.
 */
export interface StartEventNode extends NodeBase {
  readonly type: 'start-event';
  readonly event: EventDefinition;
}

export const startEvent: ElementBehavior<StartEventNode> = {
  compile(element, base, context) {
    const event = compileEvent(element, 'start', context);
    return event && { ...base, type: 'start-event', event };
  },
  enter: (step, instance, node) => completeElement(step, instance, node),
};
