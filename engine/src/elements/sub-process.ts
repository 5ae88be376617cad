import type { ElementBehavior } from '../behavior.ts';
import type { NodeBase } from '../definition/node.ts';
import { nodeOf } from '../definition/process-definition.ts';
import { activateElement, completeElement } from '../element-lifecycle.ts';
import { resumeScope } from '../scope-incidents.ts';
import { children } from '../model/moddle.ts';

/**
 * An embedded sub-process: a scope of its own for variables and events. It begins at its none start event and completes when its last
 * token is gone; its variables end with it, apart from what output mappings take out. A transaction is one that can be canceled: see
 * `cancellation.ts`. BPMN 2.0.2, 10.3.5 and 13.3.4.
 */
export interface SubProcessNode extends NodeBase {
  readonly type: 'sub-process';
  readonly isTransaction: boolean;
  /** Null only while problems are being collected. */
  readonly startEventId: string | null;
}

export const subProcess: ElementBehavior<SubProcessNode> = {
  compile(element, base) {
    const starts = children(element, 'flowElements').filter((each) => each.$type === 'bpmn:StartEvent');
    const start = starts.find((each) => children(each, 'eventDefinitions').length === 0) ?? starts[0];
    return {
      ...base,
      type: 'sub-process',
      isTransaction: element.$type === 'bpmn:Transaction',
      startEventId: start?.id ?? null,
    };
  },
  enter(step, instance, node) {
    if (node.startEventId === null)
      throw new Error(`Expected sub-process ${node.id} to have a start event; validation let it through.`);
    activateElement(step, nodeOf(step.definition, node.startEventId), instance.key);
  },
  resume: resumeScope,
  completeScope: (step, instance, node) => completeElement(step, instance, node),
};
