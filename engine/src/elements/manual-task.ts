import type { ElementBehavior } from '../behavior.ts';
import type { NodeBase } from '../definition/node.ts';
import { completeElement } from '../element-lifecycle.ts';

/** Work that happens outside of any system: the token passes through. BPMN 2.0.2, 10.3.3 and 13.3.3; as in Camunda 8. */
export interface ManualTaskNode extends NodeBase {
  readonly type: 'manual-task';
}

export const manualTask: ElementBehavior<ManualTaskNode> = {
  compile: (_element, base) => ({ ...base, type: 'manual-task' }),
  enter: (step, instance, node) => completeElement(step, instance, node),
};
