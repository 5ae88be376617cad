import type { ElementBehavior } from '../behavior.ts';
import { evaluateBoolean } from '../boolean-condition.ts';
import { feelOf, missing } from '../definition/compile-context.ts';
import type { NodeBase, SequenceFlow } from '../definition/node.ts';
import { activateElement, checkScope, completeElement, takeFlow } from '../element-lifecycle.ts';
import { ok, type Result } from '../failure.ts';
import type { Expression, Lookup } from '../feel/expression.ts';
import { chooseHolding, evaluateCondition } from '../flow-choice.ts';
import { raiseIncident } from '../incidents.ts';
import type { Json } from '../json.ts';
import type { Key } from '../key.ts';
import { child, text } from '../model/moddle.ts';
import { flowOf } from '../definition/process-definition.ts';
import { emit, instanceOf, type Step } from '../step.ts';
import { isTokenExpected } from '../upstream.ts';
import { lookupFrom } from '../variables.ts';

/**
 * Fires when its activation condition holds, then waits for what else is still to come before it begins anew. Conditions see
 * `activationCount` (how many incoming flows hold a token), `waitingForStart` (true for the first phase, false at reset), and under the id of
 * each incoming flow the number of its tokens. BPMN 2.0.2, 10.6.5 and 13.4.4.
 */
export interface ComplexGatewayNode extends NodeBase {
  readonly type: 'complex-gateway';
  /** Null where one flow leads in: every token passes. */
  readonly activationCondition: Expression | null;
}

export const complexGateway: ElementBehavior<ComplexGatewayNode> = {
  compile(element, base, context) {
    const condition = text(child(element, 'activationCondition'), 'body');
    if (condition === undefined && base.incoming.length > 1)
      missing(context, element, 'an activation condition', 'Set one, such as =activationCount >= 2.');
    return {
      ...base,
      type: 'complex-gateway',
      activationCondition: condition === undefined ? null : feelOf(context, element, 'activation condition', condition),
    };
  },
  arrive(step, node, scopeKey, flowId) {
    if (!node.activationCondition) return void activateElement(step, node, scopeKey);
    emit(step, { type: 'token-parked', scopeKey, elementId: node.id, flowId });
    if (isResetting(step, node, scopeKey)) return;
    const active = isActive(step, node, scopeKey);
    // A condition that cannot be evaluated becomes an incident on an instance of the gateway.
    if (!active.ok || active.value) activateElement(step, node, scopeKey);
  },
  lookAround(step, node, scopeKey) {
    const scope = instanceOf(step.state, scopeKey);
    const had = scope.resets?.get(node.id);
    if (!had) return false;
    const parked = scope.parked?.get(node.id);
    const isHolding = (flowId: string): boolean => parked?.has(flowId) === true;
    // Flows that had their token in the first phase are not waited for.
    const isAwaited = (flowId: string): boolean => !had.includes(flowId);
    const isExpected = isTokenExpected(
      step,
      node,
      scopeKey,
      (flowId) => isAwaited(flowId) && !isHolding(flowId),
      isHolding,
    );
    if (isExpected) return false;
    const flowIds = node.incoming.filter((flowId) => isAwaited(flowId) && isHolding(flowId));
    return reset(step, node, scopeKey, flowIds);
  },
  enter(step, instance, node) {
    const { scopeKey } = instance;
    if (scopeKey === null || !node.activationCondition) return completeElement(step, instance, node);
    const active = isActive(step, node, scopeKey);
    if (!active.ok) return raiseIncident(step, instance, active.error);
    if (!active.value) {
      // The condition was corrected and does not hold: the tokens go on waiting.
      emit(step, { type: 'element-terminated', key: instance.key });
      return checkScope(step, scopeKey);
    }
    const parked = instanceOf(step.state, scopeKey).parked?.get(node.id);
    const flowIds = node.incoming.filter((flowId) => parked?.has(flowId));
    emit(step, { type: 'tokens-consumed', scopeKey, elementId: node.id, flowIds });
    emit(step, { type: 'gateway-reset-awaited', scopeKey, elementId: node.id, flowIds });
    completeElement(step, instance, node);
  },
  chooseFlows: (step, node, lookup) => chooseHolding(step, node, withPhase(lookup, true)),
};

const isResetting = (step: Step, node: ComplexGatewayNode, scopeKey: Key): boolean =>
  instanceOf(step.state, scopeKey).resets?.has(node.id) === true;

const isActive = (step: Step, node: ComplexGatewayNode, scopeKey: Key): Result<boolean> => {
  if (!node.activationCondition) return ok(true);
  const parked = instanceOf(step.state, scopeKey).parked?.get(node.id);
  const variables = lookupFrom(step, scopeKey);
  const lookup: Lookup = (name) => {
    if (name === 'activationCount') return parked?.size ?? 0;
    if (name === 'waitingForStart') return true;
    const value: Json | undefined = variables(name);
    return value === undefined && node.incoming.includes(name) ? (parked?.get(name) ?? 0) : value;
  };
  return evaluateBoolean(node.activationCondition, 'activation condition', lookup, step.nowMs);
};

/**
 * The second phase ends: what came meanwhile is consumed, and flows whose condition holds now get a token. Flows without a condition, and the
 * default flow, belong to the first phase. A condition that cannot be evaluated is an incident of the scope; it is tried again then.
 */
const reset = (step: Step, node: ComplexGatewayNode, scopeKey: Key, flowIds: readonly string[]): boolean => {
  const lookup = withPhase(lookupFrom(step, scopeKey), false);
  const chosen: SequenceFlow[] = [];
  for (const flowId of node.outgoing) {
    const flow = flowOf(step.definition, flowId);
    if (!flow.condition) continue;
    const holds = evaluateCondition(step, flow, lookup);
    if (!holds.ok) {
      raiseIncident(step, instanceOf(step.state, scopeKey), holds.error);
      return false;
    }
    if (holds.value) chosen.push(flow);
  }
  if (flowIds.length > 0) emit(step, { type: 'tokens-consumed', scopeKey, elementId: node.id, flowIds });
  emit(step, { type: 'gateway-reset', scopeKey, elementId: node.id });
  for (const flow of chosen) takeFlow(step, flow, scopeKey);
  // Surplus tokens begin the next round, perhaps at once.
  if (instanceOf(step.state, scopeKey).parked?.has(node.id)) {
    const active = isActive(step, node, scopeKey);
    if (!active.ok || active.value) activateElement(step, node, scopeKey);
  }
  checkScope(step, scopeKey);
  return true;
};

const withPhase =
  (lookup: Lookup, waitingForStart: boolean): Lookup =>
  (name) =>
    name === 'waitingForStart' ? waitingForStart : lookup(name);
