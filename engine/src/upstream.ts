import { flowOf, nodeOf } from './definition/process-definition.ts';
import type { Node } from './elements/registry.ts';
import type { Key } from './key.ts';
import { instanceOf, isArriving, type Step } from './step.ts';

/**
 * The upstream-token rule of inclusive joins (BPMN 2.0.2, 13.4.3): an empty incoming flow is still expected to bring a token when there is
 * one elsewhere in the scope that can reach it without passing the gateway, unless that token can also reach a flow which already has one.
 * Returns whether some token is still to be waited for.
 */
export const isTokenExpected = (
  step: Step,
  gateway: Node,
  scopeKey: Key,
  isEmpty: (flowId: string) => boolean,
  isHolding: (flowId: string) => boolean,
): boolean => {
  const scope = instanceOf(step.state, scopeKey);
  const sources = new Set<string>(scope.childrenAt?.keys() ?? []);
  for (const elementId of scope.parked?.keys() ?? []) sources.add(elementId);
  for (const elementId of targetsOfArriving(step, scopeKey)) sources.add(elementId);
  sources.delete(gateway.id);
  for (const source of sources) {
    const reached = reachedFlows(step, gateway, source);
    let reachesEmpty = false;
    let reachesHolding = false;
    for (const flowId of reached) {
      if (isHolding(flowId)) reachesHolding = true;
      else if (isEmpty(flowId)) reachesEmpty = true;
    }
    if (reachesEmpty && !reachesHolding) return true;
  }
  return false;
};

/** Where the tokens are about to arrive that are on their way in the scope; none when the step is at rest. */
const targetsOfArriving = function* (step: Step, scopeKey: Key): Generator<string> {
  if (!isArriving(step, scopeKey)) return;
  for (const item of step.queue.slice(step.head))
    if (item.do === 'arrive' && item.scopeKey === scopeKey) yield flowOf(step.definition, item.flowId).targetId;
    else if (item.do === 'activate' && item.scopeKey === scopeKey) yield item.elementId;
};

/** Which incoming flows of the gateway a token inside that element can come by. Kept per definition: it only depends on the model. */
const reachedFlows = (step: Step, gateway: Node, elementId: string): ReadonlySet<string> => {
  const known = cache.get(step.definition) ?? new Map<string, ReadonlySet<string>>();
  cache.set(step.definition, known);
  const id = JSON.stringify([gateway.id, elementId]);
  const found = known.get(id) ?? search(step, gateway, elementId);
  known.set(id, found);
  return found;
};

const cache = new WeakMap<Step['definition'], Map<string, ReadonlySet<string>>>();

const search = (step: Step, gateway: Node, from: string): ReadonlySet<string> => {
  const reached = new Set<string>();
  const seen = new Set<string>([gateway.id]);
  const pending = [from];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const node = nodeOf(step.definition, id);
    for (const flowId of node.outgoing) {
      const { targetId } = flowOf(step.definition, flowId);
      if (targetId === gateway.id) reached.add(flowId);
      else pending.push(targetId);
    }
    // A token inside an activity may leave by its boundary events, one at a throwing link goes on at the catching one.
    pending.push(...node.boundaryEvents);
    if (node.type === 'intermediate-throw-event' && node.event.kind === 'link') {
      const { linkName } = node.event;
      for (const other of step.definition.elements.values()) {
        if (other.type !== 'intermediate-catch-event' || other.scopeId !== node.scopeId) continue;
        if (other.event.kind === 'link' && other.event.linkName === linkName) pending.push(other.id);
      }
    }
  }
  return reached;
};
