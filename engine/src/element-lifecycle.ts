import type { Node } from './elements/registry.ts';
import { isWaiting } from './events/event-definition.ts';
import type { SequenceFlow } from './definition/node.ts';
import { flowOf, nodeOf } from './definition/process-definition.ts';
import { fail, ok, type Result } from './failure.ts';
import { shorten, type Lookup } from './feel/expression.ts';
import { toJson } from './feel/to-json.ts';
import { closeIncident, raiseIncident } from './incidents.ts';
import type { Json, Variables } from './json.ts';
import type { Key } from './key.ts';
import type { ElementInstance, PendingTrigger } from './state.ts';
import { emit, enqueue, instanceOf, isArriving, type Step } from './step.ts';
import { evaluateMappings, lookupFrom, lookupWith, propagate, setLocal } from './variables.ts';
import { closeWaits, openWaits, type Catcher } from './waits.ts';

/** The life of an element instance, common to all elements: activate → work → complete. See `behavior.ts` for the whole picture. */

/** A token enters an element. `trigger` is an event that has already happened for it (a boundary event, an event behind a gateway). */
export const activateElement = (step: Step, node: Node, scopeKey: Key, trigger: PendingTrigger | null = null): void => {
  const key = step.nextKey();
  const isSimple = node.inputs.length === 0 && node.boundaryEvents.length === 0;
  emit(step, { type: isSimple ? 'element-activated' : 'element-activating', key, elementId: node.id, scopeKey });
  if (trigger) emit(step, { type: 'element-triggered', key, ...trigger });
  const instance = instanceOf(step.state, key);
  if (isSimple) begin(step, instance, node);
  else activate(step, instance, node);
};

/** Applies input mappings and opens the boundary events, then lets the work begin. Run again when an incident of this phase is resolved. */
export const activate = (step: Step, instance: ElementInstance, node: Node): void => {
  const outer = lookupFrom(step, instance.key);
  const inputs = evaluateMappings(node.inputs, outer, () => undefined, step.nowMs);
  if (!inputs.ok) return raiseIncident(step, instance, inputs.error);
  const opened = openWaits(step, instance, boundaryCatchers(step, node), lookupWith(inputs.value, outer));
  if (!opened.ok) return raiseIncident(step, instance, opened.error);
  setLocal(step, instance.key, inputs.value);
  emit(step, {
    type: 'element-activated',
    key: instance.key,
    elementId: instance.elementId,
    scopeKey: instance.scopeKey,
  });
  begin(step, instance, node);
};

const boundaryCatchers = (step: Step, node: Node): Catcher[] =>
  node.boundaryEvents.flatMap((targetId) => {
    const boundary = nodeOf(step.definition, targetId);
    return boundary.type === 'boundary-event' && isWaiting(boundary.event) ? [{ targetId, event: boundary.event }] : [];
  });

/** The work begins, or is done already when the event that it would wait for has happened. Run again after an incident of this phase. */
export const begin = (step: Step, instance: ElementInstance, node: Node): void => {
  if (instance.trigger) completeElement(step, instance, node, instance.trigger.variables);
  else step.behaviorOf(node).enter(step, instance, node);
};

/**
 * The work begins once more after an incident. Whoever corrected a variable may have done so outside, where the input mappings read it, or
 * inside: mappings are applied again, but none takes a value away that is there.
 */
export const beginAgain = (step: Step, instance: ElementInstance, node: Node): void => {
  const inputs = evaluateMappings(node.inputs, lookupFrom(step, instance.scopeKey), () => undefined, step.nowMs);
  if (!inputs.ok) return raiseIncident(step, instance, inputs.error);
  setLocal(
    step,
    instance.key,
    [...inputs.value].filter(([name, value]) => value !== null || !instance.variables?.has(name)),
  );
  begin(step, instance, node);
};

/**
 * The work is done and brought these variables. With output mappings they stay inside the element instance and only what the mappings make
 * goes out; without, they go to the scope that defines them. Then the token leaves.
 */
export const completeElement = (step: Step, instance: ElementInstance, node: Node, variables: Variables = {}): void => {
  const entries = Object.entries(variables);
  if (node.outputs.length > 0) setLocal(step, instance.key, entries);
  else if (entries.length > 0 && instance.scopeKey !== null) propagate(step, instance.scopeKey, entries);
  if (node.outputs.length > 0 || hasConditions(step, node))
    emit(step, { type: 'element-completing', key: instance.key });
  leave(step, instance, node);
};

/** Evaluates output mappings and outgoing flows, then lets the token go. Run again when an incident of this phase is resolved. */
export const leave = (step: Step, instance: ElementInstance, node: Node): void => {
  const outer = lookupFrom(step, instance.scopeKey);
  const outputs = evaluateMappings(node.outputs, lookupFrom(step, instance.key), outer, step.nowMs);
  if (!outputs.ok) return raiseIncident(step, instance, outputs.error);
  const chosen = chooseFlows(step, node, lookupWith(outputs.value, outer));
  if (!chosen.ok) return raiseIncident(step, instance, chosen.error);
  if (instance.scopeKey !== null) propagate(step, instance.scopeKey, outputs.value);
  finish(step, instance, chosen.value);
};

/** The element instance is gone, its tokens are on their way; without any, its scope may have come to its end. */
export const finish = (step: Step, instance: ElementInstance, flows: readonly SequenceFlow[]): void => {
  closeIncident(step, instance);
  closeWaits(step, instance);
  emit(step, { type: 'element-completed', key: instance.key });
  const { scopeKey } = instance;
  if (scopeKey === null) return;
  for (const flow of flows) takeFlow(step, flow, scopeKey);
  if (flows.length === 0) checkScope(step, scopeKey);
};

export const takeFlow = (step: Step, flow: SequenceFlow, scopeKey: Key): void => {
  emit(step, { type: 'sequence-flow-taken', scopeKey, flowId: flow.id });
  enqueue(step, { do: 'arrive', flowId: flow.id, scopeKey });
};

/** Asks, once everything before it is done, whether the scope has come to its end. */
export const checkScope = (step: Step, scopeKey: Key): void => enqueue(step, { do: 'complete-scope', scopeKey });

/** Ends a scope that holds no token any more: nothing lives in it, waits at a join, or is on its way. */
export const completeScopeIfEmpty = (step: Step, scopeKey: Key): void => {
  const scope = step.state.elements.get(scopeKey);
  if (!scope || scope.state !== 'ACTIVE' || scope.children > 0 || scope.parked || isArriving(step, scopeKey)) return;
  const node = nodeOf(step.definition, scope.elementId);
  step.behaviorOf(node).completeScope?.(step, scope, node);
};

const hasConditions = (step: Step, node: Node): boolean =>
  node.outgoing.some((flowId) => flowOf(step.definition, flowId).condition !== null);

const chooseFlows = (step: Step, node: Node, lookup: Lookup): Result<readonly SequenceFlow[]> => {
  const behavior = step.behaviorOf(node);
  return behavior.chooseFlows ? behavior.chooseFlows(step, node, lookup) : chooseAll(step, node, lookup);
};

/** BPMN 2.0.2, 13.3.2: every flow whose condition holds, and those without one; the default flow when no condition holds. */
const chooseAll = (step: Step, node: Node, lookup: Lookup): Result<readonly SequenceFlow[]> => {
  const chosen: SequenceFlow[] = [];
  let conditions = 0;
  let holding = 0;
  for (const flowId of node.outgoing) {
    if (flowId === node.defaultFlow) continue;
    const flow = flowOf(step.definition, flowId);
    if (!flow.condition) {
      chosen.push(flow);
      continue;
    }
    conditions += 1;
    const holds = evaluateCondition(step, flow, lookup);
    if (!holds.ok) return holds;
    if (!holds.value) continue;
    holding += 1;
    chosen.push(flow);
  }
  if (conditions === 0 && node.defaultFlow === null) return ok(chosen);
  if (holding > 0) return ok(chosen);
  if (node.defaultFlow !== null) return ok([...chosen, flowOf(step.definition, node.defaultFlow)]);
  return chosen.length > 0 ? ok(chosen) : noFlow(node);
};

/** No condition holds and there is no default flow. Resolving the incident evaluates again with the variables of then. */
export const noFlow = (node: Node): Result<never> =>
  fail({
    type: 'CONDITION_ERROR',
    message: `Expected at least one condition of the flows out of '${node.id}' to be true, or a default flow, but found neither. Change the variables that the conditions read, then resolve the incident.`,
  });

/** A condition must be true or false; anything else is a mistake in the model or its data. */
export const evaluateCondition = (step: Step, flow: SequenceFlow, lookup: Lookup): Result<boolean> => {
  if (!flow.condition) return ok(true);
  const result = flow.condition.evaluate(lookup, step.nowMs);
  if (!result.ok) return result;
  if (typeof result.value === 'boolean') return ok(result.value);
  const found: Json = toJson(result.value);
  return fail({
    type: 'EXTRACT_VALUE_ERROR',
    message: `Expected the condition '${shorten(flow.condition.text)}' of flow '${flow.id}' to be true or false, found ${shorten(JSON.stringify(found))}. Set the variables that it reads, then resolve the incident.`,
  });
};
