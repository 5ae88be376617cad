import type { ElementBehavior } from '../behavior.ts';
import type { NodeBase } from '../definition/node.ts';
import { completeElement } from '../element-lifecycle.ts';
import { beginElements } from '../modification/start-instructions.ts';
import { beginAt } from '../process-start.ts';
import { resumeScope } from '../scope-incidents.ts';
import { emit } from '../step.ts';
import { localVariables } from '../variables.ts';

/**
 * The process itself: the outermost scope of an instance. It begins at the start event that its trigger names, completes when its last token
 * is gone, and tells its caller if it has one. BPMN 2.0.2, 10.2 and 13.2.
 */
export interface ProcessNode extends NodeBase {
  readonly type: 'process';
}

export const processBehavior: ElementBehavior<ProcessNode> = {
  compile: (_element, base) => ({ ...base, type: 'process' }),
  entersTriggered: true,
  enter(step, instance) {
    const { trigger } = instance;
    if (trigger?.begins) return beginElements(step, instance, trigger.begins);
    if (!trigger) throw new Error(`Expected process instance ${instance.key} to know where it begins.`);
    beginAt(step, instance.key, trigger.targetId, trigger.variables);
  },
  resume(step, instance, node) {
    const hasBegun = instance.children > 0 || instance.parked !== null;
    if (instance.trigger?.begins && !hasBegun) processBehavior.enter(step, instance, node);
    else resumeScope(step, instance);
  },
  completeScope: (step, instance, node) => completeElement(step, instance, node),
  completed(step, instance) {
    const { parent, key } = step.state;
    const variables = localVariables(step, instance.key);
    return () => {
      emit(step, { type: 'process-instance-completed' });
      if (parent) step.effects.push({ type: 'answer-call', parent, calledInstanceKey: key, variables });
    };
  },
};
