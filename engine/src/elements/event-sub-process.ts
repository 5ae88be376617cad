import type { ElementBehavior } from '../behavior.ts';
import type { NodeBase } from '../definition/node.ts';
import { nodeOf } from '../definition/process-definition.ts';
import { activateElement, completeElement } from '../element-lifecycle.ts';
import { children } from '../model/moddle.ts';
import { resumeScope } from '../scope-incidents.ts';

/**
 * A handler inside its scope: begun by the event of its start event, it runs in the living scope with its variables, and the scope ends with
 * it when it interrupted (BPMN 2.0.2, 10.3.5 and 13.5.4). Its subscriptions belong to the scope around it.
 */
export interface EventSubProcessNode extends NodeBase {
  readonly type: 'event-sub-process';
  /** Empty only while problems are being collected. */
  readonly startEventId: string;
}

export const eventSubProcess: ElementBehavior<EventSubProcessNode> = {
  compile: (element, base) => ({
    ...base,
    type: 'event-sub-process',
    startEventId: children(element, 'flowElements').find((each) => each.$type === 'bpmn:StartEvent')?.id ?? '',
  }),
  entersTriggered: true,
  enter(step, instance, node) {
    const variables = instance.trigger?.variables ?? {};
    activateElement(step, nodeOf(step.definition, node.startEventId), instance.key, {
      trigger: { targetId: node.startEventId, variables },
    });
  },
  resume: resumeScope,
  completeScope: (step, instance, node) => completeElement(step, instance, node),
};
