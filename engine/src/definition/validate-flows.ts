import type { Node } from '../elements/registry.ts';
import type { CompileContext } from './compile-context.ts';
import type { SequenceFlow } from './node.ts';
import type { ProcessDefinition } from './process-definition.ts';

/** Sequence flows: where they may begin and end (BPMN 2.0.2, table 7.3), that they stay in one scope, conditions and defaults. */
export const validateFlows = (definition: ProcessDefinition, context: CompileContext): void => {
  for (const flow of definition.flows.values()) {
    const source = definition.elements.get(flow.sourceId);
    const target = definition.elements.get(flow.targetId);
    if (source && target) validateEnds(flow, source, target, context);
  }
  for (const node of definition.elements.values()) {
    validateDefault(node, definition, context);
    if (node.type === 'exclusive-gateway' && node.outgoing.length > 1) validateConditions(node, definition, context);
    if (node.type === 'event-based-gateway' || node.type === 'parallel-gateway')
      refuseConditions(node, definition, context);
  }
};

const validateEnds = (flow: SequenceFlow, source: Node, target: Node, context: CompileContext): void => {
  if (source.scopeId !== target.scopeId) {
    context.problems.error(
      flow.id,
      'flow-across-scopes',
      `Expected flow '${flow.id}' to stay inside one process or sub-process, found it from ${source.id} to ${target.id}. End it at the border, or use an event.`,
    );
  }
  if (source.type === 'end-event') {
    context.problems.error(
      flow.id,
      'invalid-flow',
      `Expected no flow out of end event ${source.id}, found '${flow.id}'. Remove it.`,
    );
  }
  if (source.type === 'intermediate-throw-event' && source.event.kind === 'link') {
    context.problems.error(
      flow.id,
      'invalid-flow',
      `Expected no flow out of the throwing link ${source.id}, found '${flow.id}'. Remove it.`,
    );
  }
  if (target.type === 'start-event' || target.type === 'boundary-event') {
    context.problems.error(
      flow.id,
      'invalid-flow',
      `Expected no flow into ${target.id}, found '${flow.id}'. Remove it.`,
    );
  }
  if (target.type === 'intermediate-catch-event' && target.event.kind === 'link') {
    context.problems.error(
      flow.id,
      'invalid-flow',
      `Expected no flow into the catching link ${target.id}, found '${flow.id}'. Remove it.`,
    );
  }
};

const validateDefault = (node: Node, definition: ProcessDefinition, context: CompileContext): void => {
  if (node.defaultFlow === null) return;
  const flow = definition.flows.get(node.defaultFlow);
  if (flow?.sourceId === node.id && !flow.condition) return;
  context.problems.error(
    node.id,
    'invalid-default-flow',
    `Expected the default flow of ${node.id} to leave it and to have no condition, found '${node.defaultFlow}'. Remove the condition or choose another default.`,
  );
};

const validateConditions = (node: Node, definition: ProcessDefinition, context: CompileContext): void => {
  for (const flowId of node.outgoing) {
    if (flowId === node.defaultFlow || definition.flows.get(flowId)?.condition) continue;
    context.problems.error(
      flowId,
      'missing-condition',
      `Expected flow '${flowId}' out of exclusive gateway ${node.id} to have a condition or to be the default, found neither. Set a condition.`,
    );
  }
};

const refuseConditions = (node: Node, definition: ProcessDefinition, context: CompileContext): void => {
  for (const flowId of node.outgoing) {
    if (!definition.flows.get(flowId)?.condition) continue;
    context.problems.error(
      flowId,
      'invalid-flow',
      `Expected no condition on flow '${flowId}': ${node.id} does not choose by conditions. Remove it or use an exclusive gateway.`,
    );
  }
};
