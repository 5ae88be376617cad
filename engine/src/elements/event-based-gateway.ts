import type { ElementBehavior } from '../behavior.ts';
import type { NodeBase } from '../definition/node.ts';
import { flowOf, nodeOf, type ProcessDefinition } from '../definition/process-definition.ts';
import { activateElement, finish, takeFlow } from '../element-lifecycle.ts';
import { waitingEvents } from '../events/event-definition.ts';
import { raiseIncident } from '../incidents.ts';
import type { Variables } from '../json.ts';
import { flag, text } from '../model/moddle.ts';
import type { ElementInstance } from '../state.ts';
import { emit, type Step } from '../step.ts';
import { lookupFrom } from '../variables.ts';
import { openWaits, type Catcher } from '../waits.ts';

/**
 * Waits for the first of several events; the token then goes to that event, the others are no longer waited for. Behind it stand catch
 * events or receive tasks. One that instantiates starts the process by its events: exclusive by any of them, parallel by the first that
 * comes, and the instance then waits for all the others too. BPMN 2.0.2, 10.6.6 and 13.4.5.
 */
export interface EventBasedGatewayNode extends NodeBase {
  readonly type: 'event-based-gateway';
  readonly instantiate: boolean;
  readonly isParallel: boolean;
}

export const eventBasedGateway: ElementBehavior<EventBasedGatewayNode> = {
  compile: (element, base) => ({
    ...base,
    type: 'event-based-gateway',
    instantiate: flag(element, 'instantiate', false) && base.incoming.length === 0,
    isParallel: text(element, 'eventGatewayType') === 'Parallel',
  }),
  entersTriggered: true,
  enter(step, instance, node) {
    if (instance.trigger) return goTo(step, instance, node, instance.trigger.targetId, instance.trigger.variables);
    const opened = openWaits(step, instance, catchersBehind(step.definition, node), lookupFrom(step, instance.key));
    if (!opened.ok) raiseIncident(step, instance, opened.error);
  },
  trigger: (step, instance, node, targetId, variables) => goTo(step, instance, node, targetId, variables),
};

/** The token goes to the event that has happened; of a parallel start the others get a token that waits there. */
const goTo = (
  step: Step,
  instance: ElementInstance,
  node: EventBasedGatewayNode,
  targetId: string,
  variables: Variables,
): void => {
  const { scopeKey } = instance;
  const flows = node.outgoing.map((flowId) => flowOf(step.definition, flowId));
  const chosen = flows.find((flow) => flow.targetId === targetId);
  if (!chosen || scopeKey === null) throw new Error(`Expected a flow from ${node.id} to ${targetId}.`);
  finish(step, instance, []);
  for (const flow of node.instantiate && node.isParallel ? flows : [chosen]) {
    if (flow !== chosen) takeFlow(step, flow, scopeKey);
    else {
      emit(step, { type: 'sequence-flow-taken', scopeKey, flowId: flow.id });
      // Its event has happened: the token does not wait there again.
      activateElement(step, nodeOf(step.definition, targetId), scopeKey, { trigger: { targetId, variables } });
    }
  }
};

/** What is waited for on behalf of the events behind the gateway. */
export const catchersBehind = (definition: ProcessDefinition, node: EventBasedGatewayNode): Catcher[] =>
  node.outgoing.flatMap((flowId) => {
    const target = nodeOf(definition, flowOf(definition, flowId).targetId);
    if (target.type === 'receive-task') return [{ targetId: target.id, event: target.message, eventIndex: 0 }];
    if (target.type !== 'intermediate-catch-event') return [];
    return waitingEvents(target.event).map((event, eventIndex) => ({ targetId: target.id, event, eventIndex }));
  });
