import { flowOf, nodeOf } from './definition/process-definition.ts';
import { activateElement } from './element-lifecycle.ts';
import type { Node } from './elements/registry.ts';
import type { Variables } from './json.ts';
import type { Key } from './key.ts';
import type { Step } from './step.ts';

/** The first token of an instance: at a start event, or where something that instantiates has received what it waits for. */
export const beginAt = (step: Step, processKey: Key, startElementId: string, variables: Variables): void => {
  const node = nodeOf(step.definition, startElementId);
  if (node.type === 'start-event' && takesVariablesItself(node) === false) {
    activateElement(step, node, processKey);
    return;
  }
  const gateway = gatewayBefore(step, node);
  activateElement(step, gateway ?? node, processKey, { trigger: { targetId: node.id, variables } });
};

/** Whether what started the instance reaches the process only through the element's output mappings. */
export const takesVariablesItself = (node: Node): boolean =>
  node.type !== 'start-event' || (node.event.kind !== 'none' && node.outputs.length > 0);

const gatewayBefore = (step: Step, node: Node): Node | null => {
  for (const flowId of node.incoming) {
    const source = nodeOf(step.definition, flowOf(step.definition, flowId).sourceId);
    if (source.type === 'event-based-gateway') return source;
  }
  return null;
};
