import type { ElementBehavior } from '../behavior.ts';
import type { NodeBase } from '../definition/node.ts';
import { activateElement, completeElement } from '../element-lifecycle.ts';
import { chooseHolding } from '../flow-choice.ts';
import type { Key } from '../key.ts';
import { emit, instanceOf, type Step } from '../step.ts';
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
    if (node.incoming.length === 1) return void activateElement(step, node, scopeKey);
    emit(step, { type: 'token-parked', scopeKey, elementId: node.id, flowId });
    // With a token on every flow it waits for nobody. Otherwise whether it fires depends on where all other tokens are: it looks around when the
    // step has come to rest. Elsewhere in the scope a loop without end may keep it from ever doing that.
    if (instanceOf(step.state, scopeKey).parked?.get(node.id)?.size === node.incoming.length)
      fire(step, node, scopeKey);
  },
  lookAround(step, node, scopeKey) {
    const parked = instanceOf(step.state, scopeKey).parked?.get(node.id);
    if (!parked) return false;
    const isHolding = (flowId: string): boolean => parked.has(flowId);
    if (isTokenExpected(step, node, scopeKey, (flowId) => !isHolding(flowId), isHolding)) return false;
    fire(step, node, scopeKey);
    return true;
  },
  enter: (step, instance, node) => completeElement(step, instance, node),
  chooseFlows: chooseHolding,
};

/** Takes one token from each flow that has any. */
const fire = (step: Step, node: InclusiveGatewayNode, scopeKey: Key): void => {
  const parked = instanceOf(step.state, scopeKey).parked?.get(node.id);
  const flowIds = node.incoming.filter((flowId) => parked?.has(flowId));
  emit(step, { type: 'tokens-consumed', scopeKey, elementId: node.id, flowIds });
  activateElement(step, node, scopeKey);
};
