import type { ElementBehavior } from '../behavior.ts';
import type { NodeBase } from '../definition/node.ts';
import { finish } from '../element-lifecycle.ts';
import { emit } from '../step.ts';
import { localVariables } from '../variables.ts';

/**
 * The process itself: the outermost scope of an instance. It completes when its last token is gone, and tells its caller if it has one.
 * BPMN 2.0.2, 10.2 and 13.2.
 */
export interface ProcessNode extends NodeBase {
  readonly type: 'process';
}

export const processBehavior: ElementBehavior<ProcessNode> = {
  compile: (_element, base) => ({ ...base, type: 'process' }),
  // The start event is activated by the command that creates the instance, which knows which one it is.
  enter: () => undefined,
  completeScope(step, instance) {
    const variables = localVariables(step, instance.key);
    finish(step, instance, []);
    emit(step, { type: 'process-instance-completed' });
    const { parent, key } = step.state;
    if (parent) step.effects.push({ type: 'answer-call', parent, calledInstanceKey: key, variables });
  },
};
