import type { ElementBehavior } from '../behavior.ts';
import type { NodeBase } from '../definition/node.ts';
import { completeElement } from '../element-lifecycle.ts';
import { compileEvent } from '../events/compile-event.ts';
import { eventsOf, type EventDefinition } from '../events/event-definition.ts';
import { child, flag } from '../model/moddle.ts';

/**
 * Attached to an activity, it catches what happens while that is active; its subscription belongs to the host. Fired, it ends the host
 * (interrupting) or runs beside it, and passes on a token of its own. A compensation
 * event is no handler at run time: it names the activity that undoes its host. BPMN 2.0.2, 10.5.4 and 13.5.3.
 */
export interface BoundaryEventNode extends NodeBase {
  readonly type: 'boundary-event';
  readonly event: EventDefinition;
  readonly attachedTo: string;
  /** An error and a cancellation always interrupt. */
  readonly interrupting: boolean;
}

export const boundaryEvent: ElementBehavior<BoundaryEventNode> = {
  compile(element, base, context) {
    const event = compileEvent(element, 'boundary', context);
    const attachedTo = child(element, 'attachedToRef')?.id;
    if (!event || attachedTo === undefined) return null;
    const always = eventsOf(event).some((each) => each.kind === 'error' || each.kind === 'cancel');
    const interrupting = always || flag(element, 'cancelActivity', true);
    return { ...base, type: 'boundary-event', event, attachedTo, interrupting };
  },
  enter: (step, instance, node) => completeElement(step, instance, node),
};
