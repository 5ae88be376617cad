import type { ElementBehavior } from '../behavior.ts';
import { unsupported } from '../definition/compile-context.ts';
import type { NodeBase } from '../definition/node.ts';
import { flowOf, nodeOf } from '../definition/process-definition.ts';
import { activateElement, finish } from '../element-lifecycle.ts';
import { isWaiting } from '../events/event-definition.ts';
import { raiseIncident } from '../incidents.ts';
import { flag } from '../model/moddle.ts';
import { emit, type Step } from '../step.ts';
import { lookupFrom } from '../variables.ts';
import { openWaits, type Catcher } from '../waits.ts';

/**
 * Waits for the first of several events; the token then goes to that event, the others are no longer waited for. Behind it stand catch
 * events or receive tasks. BPMN 2.0.2, 10.6.6 and 13.4.5.
 */
export interface EventBasedGatewayNode extends NodeBase {
  readonly type: 'event-based-gateway';
}

export const eventBasedGateway: ElementBehavior<EventBasedGatewayNode> = {
  compile(element, base, context) {
    if (flag(element, 'instantiate', false)) {
      unsupported(context, element, 'an instantiating event-based gateway');
      return null;
    }
    return { ...base, type: 'event-based-gateway' };
  },
  enter(step, instance, node) {
    const opened = openWaits(step, instance, catchersBehind(step, node), lookupFrom(step, instance.key));
    if (!opened.ok) raiseIncident(step, instance, opened.error);
  },
  trigger: (step, instance, node, targetId, variables) => {
    const flow = node.outgoing
      .map((flowId) => flowOf(step.definition, flowId))
      .find((each) => each.targetId === targetId);
    const { scopeKey } = instance;
    if (!flow || scopeKey === null) throw new Error(`Expected a flow from ${node.id} to ${targetId}.`);
    finish(step, instance, []);
    emit(step, { type: 'sequence-flow-taken', scopeKey, flowId: flow.id });
    // Its event has happened: the token does not wait there again.
    activateElement(step, nodeOf(step.definition, targetId), scopeKey, { targetId, variables });
  },
};

const catchersBehind = (step: Step, node: EventBasedGatewayNode): Catcher[] =>
  node.outgoing.flatMap((flowId) => {
    const target = nodeOf(step.definition, flowOf(step.definition, flowId).targetId);
    if (target.type === 'receive-task') return [{ targetId: target.id, event: target.message }];
    if (target.type === 'intermediate-catch-event' && isWaiting(target.event))
      return [{ targetId: target.id, event: target.event }];
    return [];
  });
