import { evaluateBoolean } from './boolean-condition.ts';
import type { ElementHooks } from './behavior.ts';
import type { SequenceFlow } from './definition/node.ts';
import { flowOf } from './definition/process-definition.ts';
import type { Node } from './elements/registry.ts';
import { fail, ok, type Result } from './failure.ts';
import type { Lookup } from './feel/expression.ts';
import type { Step } from './step.ts';

/** Which flows a token leaves by: by the element's own rule, or by that of activities and events. */
export const chooseFlows = (
  step: Step,
  node: Node,
  hooks: ElementHooks<Node>,
  lookup: Lookup,
): Result<readonly SequenceFlow[]> =>
  hooks.chooseFlows ? hooks.chooseFlows(step, node, lookup) : chooseUnconditioned(step, node, lookup);

export const hasConditions = (step: Step, node: Node): boolean =>
  node.outgoing.some((flowId) => flowOf(step.definition, flowId).condition !== null);

/** BPMN 2.0.2, 13.3.2: every flow whose condition holds, and those without one; the default flow when no condition holds. */
const chooseUnconditioned = (step: Step, node: Node, lookup: Lookup): Result<readonly SequenceFlow[]> => {
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

/**
 * The rule of inclusive and complex gateways (BPMN 2.0.2, 13.4.3): every flow whose condition holds; one without a condition always does.
 * None: the default flow, else a failure.
 */
export const chooseHolding = (step: Step, node: Node, lookup: Lookup): Result<readonly SequenceFlow[]> => {
  const chosen: SequenceFlow[] = [];
  for (const flowId of node.outgoing) {
    if (flowId === node.defaultFlow) continue;
    const flow = flowOf(step.definition, flowId);
    const holds = evaluateCondition(step, flow, lookup);
    if (!holds.ok) return holds;
    if (holds.value) chosen.push(flow);
  }
  if (chosen.length > 0 || node.outgoing.length === 0) return ok(chosen);
  return node.defaultFlow === null ? noFlow(node) : ok([flowOf(step.definition, node.defaultFlow)]);
};

/** No condition holds and there is no default flow. Resolving the incident evaluates again with the variables of then. */
export const noFlow = (node: Node): Result<never> =>
  fail({
    type: 'CONDITION_ERROR',
    message: `Expected at least one condition of the flows out of '${node.id}' to be true, or a default flow, but found neither. Change the variables that the conditions read, then resolve the incident.`,
  });

/** Whether the flow may be taken; one without a condition always may. */
export const evaluateCondition = (step: Step, flow: SequenceFlow, lookup: Lookup): Result<boolean> =>
  flow.condition ? evaluateBoolean(flow.condition, 'condition', lookup, step.nowMs, `of flow '${flow.id}'`) : ok(true);
