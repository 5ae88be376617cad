import type { ElementBehavior } from '../behavior.ts';
import { unsupported } from '../definition/compile-context.ts';
import type { NodeBase } from '../definition/node.ts';
import { nodeOf } from '../definition/process-definition.ts';
import { activateElement, completeElement } from '../element-lifecycle.ts';
import { flag } from '../model/moddle.ts';

/**
 * An embedded sub-process: a scope of its own for variables and events. It begins at its none start event and completes when its last
 * token is gone; its variables end with it, apart from what output mappings take out. BPMN 2.0.2, 10.3.5 and 13.3.4.
 */
export interface SubProcessNode extends NodeBase {
  readonly type: 'sub-process';
  /** Null only while problems are being collected. */
  readonly startEventId: string | null;
}

export const subProcess: ElementBehavior<SubProcessNode> = {
  compile(element, base, context) {
    if (flag(element, 'triggeredByEvent', false)) {
      unsupported(context, element, 'an event sub-process');
      return null;
    }
    return { ...base, type: 'sub-process', startEventId: noneStartOf(element) };
  },
  enter(step, instance, node) {
    if (node.startEventId === null)
      throw new Error(`Expected sub-process ${node.id} to have a start event; validation let it through.`);
    activateElement(step, nodeOf(step.definition, node.startEventId), instance.key);
  },
  completeScope(step, instance, node) {
    completeElement(step, instance, node);
  },
};

const noneStartOf = (element: Parameters<ElementBehavior<SubProcessNode>['compile']>[0]): string | null => {
  const elements = Array.isArray(element.flowElements) ? (element.flowElements as (typeof element)[]) : [];
  const start = elements.find((each) => each.$type === 'bpmn:StartEvent' && !Array.isArray(each.eventDefinitions));
  return start?.id ?? elements.find((each) => each.$type === 'bpmn:StartEvent')?.id ?? null;
};
