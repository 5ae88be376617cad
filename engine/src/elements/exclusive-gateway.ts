import type { ElementBehavior } from '../behavior.ts';
import type { NodeBase } from '../definition/node.ts';
import { flowOf } from '../definition/process-definition.ts';
import { completeElement } from '../element-lifecycle.ts';
import { ok } from '../failure.ts';
import { evaluateCondition, noFlow } from '../flow-choice.ts';

/**
 * Sends each token along exactly one flow: the first in model order whose condition holds, else the default. Tokens that arrive pass one by
 * one; nothing is joined. BPMN 2.0.2, 10.6.2 and 13.4.2.
 */
export interface ExclusiveGatewayNode extends NodeBase {
  readonly type: 'exclusive-gateway';
}

export const exclusiveGateway: ElementBehavior<ExclusiveGatewayNode> = {
  compile: (_element, base) => ({ ...base, type: 'exclusive-gateway' }),
  enter: (step, instance, node) => completeElement(step, instance, node),
  chooseFlows(step, node, lookup) {
    for (const flowId of node.outgoing) {
      if (flowId === node.defaultFlow) continue;
      const flow = flowOf(step.definition, flowId);
      const holds = evaluateCondition(step, flow, lookup);
      if (!holds.ok) return holds;
      if (holds.value) return ok([flow]);
    }
    if (node.defaultFlow !== null) return ok([flowOf(step.definition, node.defaultFlow)]);
    return node.outgoing.length === 0 ? ok([]) : noFlow(node);
  },
};
