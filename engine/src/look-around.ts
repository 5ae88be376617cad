import { flowOf, nodeOf } from './definition/process-definition.ts';
import { checkScope } from './element-lifecycle.ts';
import { raiseIncident } from './incidents.ts';
import type { Key } from './key.ts';
import type { ElementInstance } from './state.ts';
import { dequeueArriving, instanceOf, isArriving, type Step } from './step.ts';

/**
 * The step has come to rest and tokens moved in this scope: inclusive and complex gateways where tokens wait may fire now, because no other
 * token can come to them any more (SEMANTICS rules 3 to 5). A scope in which nothing lives but tokens that wait for others is stuck.
 */
export const lookAround = (step: Step, scopeKey: Key): void => {
  const scope = step.state.elements.get(scopeKey);
  if (!scope || (!scope.parked && !scope.resets)) return;
  // In an order that does not depend on whether the state was read back meanwhile.
  const gateways = new Set([...(scope.parked?.keys() ?? []), ...(scope.resets?.keys() ?? [])]);
  for (const elementId of [...gateways].sort()) {
    const node = nodeOf(step.definition, elementId);
    const hooks = step.behaviorOf(node, 'self');
    if (hooks.lookAround && isArriving(step, scopeKey)) {
      // Not at rest, a loop goes on elsewhere: tokens that are on a flow into the gateway are there already as far as it is concerned.
      const entersIt = (flowId: string): boolean => flowOf(step.definition, flowId).targetId === elementId;
      for (const { flowId } of dequeueArriving(step, scopeKey, entersIt)) hooks.arrive?.(step, node, scopeKey, flowId);
    }
    // One at a time: what fires may change what the others see, and they are asked again after it.
    if (hooks.lookAround?.(step, node, scopeKey)) {
      step.touched.add(scopeKey);
      return;
    }
  }
  const now = instanceOf(step.state, scopeKey);
  if (now.children === 0 && !now.parked) checkScope(step, scopeKey);
  if (isStuck(step, now)) raiseIncident(step, now, whyStuck(now));
};

/** Tokens wait for others, and nothing in the scope can send any: event sub-processes have flows of their own. */
const isStuck = (step: Step, scope: ElementInstance): boolean => {
  if (!scope.parked || isArriving(step, scope.key)) return false;
  for (const elementId of scope.childrenAt?.keys() ?? [])
    if (nodeOf(step.definition, elementId).type !== 'event-sub-process') return false;
  return true;
};

const whyStuck = (scope: ElementInstance): { readonly type: 'UNKNOWN'; readonly message: string } => {
  const places = [...(scope.parked ?? [])]
    .map(([elementId, flows]) => `'${elementId}' holds tokens of ${[...flows.keys()].sort().join(', ')}`)
    .sort();
  return {
    type: 'UNKNOWN',
    message: `Expected that tokens come by all flows that a join waits for, but nothing is left in '${scope.elementId}' that could send one: ${places.join('; ')}. The process is stuck here. Correct the model and cancel or migrate the instance.`,
  };
};
