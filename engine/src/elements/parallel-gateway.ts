import type { ElementBehavior } from '../behavior.ts';
import type { NodeBase } from '../definition/node.ts';
import { flowOf } from '../definition/process-definition.ts';
import { activateElement, completeElement } from '../element-lifecycle.ts';
import { ok } from '../failure.ts';
import { emit, instanceOf } from '../step.ts';

/**
 * Joins and splits: it fires when every incoming flow holds a token, takes exactly one from each, and sends one along every outgoing flow.
 * Surplus tokens stay for the next round; two tokens on one flow never fire it. BPMN 2.0.2, 10.6.4 and 13.4.1.
 */
export interface ParallelGatewayNode extends NodeBase {
  readonly type: 'parallel-gateway';
}

export const parallelGateway: ElementBehavior<ParallelGatewayNode> = {
  compile: (_element, base) => ({ ...base, type: 'parallel-gateway' }),
  arrive(step, node, scopeKey, flowId) {
    if (node.incoming.length === 1) return void activateElement(step, node, scopeKey);
    emit(step, { type: 'token-parked', scopeKey, elementId: node.id, flowId });
    const parked = instanceOf(step.state, scopeKey).parked?.get(node.id);
    if (!node.incoming.every((incoming) => parked?.has(incoming))) return;
    emit(step, { type: 'tokens-consumed', scopeKey, elementId: node.id, flowIds: node.incoming });
    activateElement(step, node, scopeKey);
  },
  enter: (step, instance, node) => completeElement(step, instance, node),
  chooseFlows: (step, node) => ok(node.outgoing.map((flowId) => flowOf(step.definition, flowId))),
};
