import type { ElementBehavior } from '../behavior.ts';
import type { NodeBase } from '../definition/node.ts';
import { completeElement } from '../element-lifecycle.ts';
import { compileEvent } from '../events/compile-event.ts';
import { eventsOf, type EventDefinition } from '../events/event-definition.ts';
import { flag } from '../model/moddle.ts';

/**
 * Where a process, sub-process or event sub-process begins. What triggers it is waited for outside: by the server for a process, by the scope
 * around for an event sub-process; inside, it only passes its token on. BPMN 2.0.2, 10.5.2 and 13.5.1.
 */
export interface StartEventNode extends NodeBase {
  readonly type: 'start-event';
  readonly event: EventDefinition;
  /** Of an event sub-process: whether it ends everything else in the scope around it. Errors and compensation always do. */
  readonly interrupting: boolean;
}

export const startEvent: ElementBehavior<StartEventNode> = {
  compile(element, base, context) {
    const inside = context.eventSubProcessIds.has(base.scopeId ?? '');
    const event = compileEvent(element, inside ? 'event-sub-process-start' : 'start', context);
    if (!event) return null;
    const always = eventsOf(event).some((each) => each.kind === 'error' || each.kind === 'compensation');
    return { ...base, type: 'start-event', event, interrupting: always || flag(element, 'isInterrupting', true) };
  },
  enter: (step, instance, node) => completeElement(step, instance, node),
};
