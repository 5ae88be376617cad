import type { ElementBehavior } from '../behavior.ts';
import type { NodeBase } from '../definition/node.ts';
import { activateElement, completeElement } from '../element-lifecycle.ts';
import { chooseHolding } from '../flow-choice.ts';
import { emit, instanceOf } from '../step.ts';
import { isTokenExpected } from '../upstream.ts';

/**
 * Joins the tokens that can still come, and sends one along every flow whose condition holds, else along the default flow. It takes one token
 * from each incoming flow that has any; surplus ones stay for the next round. BPMN 2.0.2, 10.6.3 and 13.4.3.
 */
export interface InclusiveGatewayNode extends NodeBase {
  readonly type: 'inclusive-gateway';
}

export const inclusiveGateway: ElementBehavior<InclusiveGatewayNode> = {
  compile: (_element, base) => ({ ...base, type: 'inclusive-gateway' }),
  arrive(step, node, scopeKey, flowId) {
    if (node.incoming.length === 1) activateElement(step, node, scopeKey);
    // Whether it fires depends on where all other tokens are: it looks around when the step has come to rest.
    else emit(step, { type: 'token-parked', scopeKey, elementId: node.id, flowId });
  },
  lookAround(step, node, scopeKey) {
    const parked = instanceOf(step.state, scopeKey).parked?.get(node.id);
    if (!parked) return false;
    const isHolding = (flowId: string): boolean => parked.has(flowId);
    if (isTokenExpected(step, node, scopeKey, (flowId) => !isHolding(flowId), isHolding)) return false;
    emit(step, { type: 'tokens-consumed', scopeKey, elementId: node.id, flowIds: node.incoming.filter(isHolding) });
    activateElement(step, node, scopeKey);
    return true;
  },
  enter: (step, instance, node) => completeElement(step, instance, node),
  chooseFlows: chooseHolding,
};
