import type { ElementBehavior } from '../behavior.ts';
import type { NodeBase } from '../definition/node.ts';
import { completeElement } from '../element-lifecycle.ts';

/** A task of no particular kind: the token passes through. BPMN 2.0.2, 10.3.3 and 13.3.3; as in Camunda 8. */
export interface TaskNode extends NodeBase {
  readonly type: 'task';
}

export const undefinedTask: ElementBehavior<TaskNode> = {
  compile: (_element, base) => ({ ...base, type: 'task' }),
  enter: (step, instance, node) => completeElement(step, instance, node),
};
