import type { ElementBehavior } from '../behavior.ts';
import type { NodeBase } from '../definition/node.ts';
import { completeElement } from '../element-lifecycle.ts';
import { compileEvent } from '../events/compile-event.ts';
import { waitingEvents, type EventDefinition } from '../events/event-definition.ts';
import { raiseIncident } from '../incidents.ts';
import { lookupFrom } from '../variables.ts';
import { openWaits } from '../waits.ts';

/**
 * Lets the token wait for a message, timer, signal or condition, for any or for all of several. A catching link only passes on the token that its throwing partner sent.
 * BPMN 2.0.2, 10.5.4 and 13.5.2.
 */
export interface IntermediateCatchEventNode extends NodeBase {
  readonly type: 'intermediate-catch-event';
  readonly event: EventDefinition;
}

export const intermediateCatchEvent: ElementBehavior<IntermediateCatchEventNode> = {
  compile(element, base, context) {
    const event = compileEvent(element, 'catch', context);
    return event && { ...base, type: 'intermediate-catch-event', event };
  },
  enter(step, instance, node) {
    const events = waitingEvents(node.event);
    if (events.length === 0) return completeElement(step, instance, node);
    const catchers = events.map((event, eventIndex) => ({ targetId: node.id, event, eventIndex }));
    const opened = openWaits(step, instance, catchers, lookupFrom(step, instance.key));
    if (!opened.ok) raiseIncident(step, instance, opened.error);
  },
  trigger: (step, instance, node, _targetId, variables) => completeElement(step, instance, node, variables),
};
