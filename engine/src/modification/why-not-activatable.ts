import { flowOf, nodeOf, type ProcessDefinition } from '../definition/process-definition.ts';
import type { Node } from '../elements/registry.ts';

/** Why an element can never be begun by hand; null when it can. The limits are those of Camunda 8. */
export const whyNeverActivatable = (definition: ProcessDefinition, node: Node): string | null => {
  switch (node.type) {
    case 'process':
      return 'it is the process itself';
    case 'start-event':
      return 'it is a start event: activate what comes after it, or the sub-process that it begins';
    case 'boundary-event':
      return 'it is a boundary event: activate what comes after it';
    case 'complex-gateway':
      if (node.activationCondition !== null)
        return 'it is a complex gateway that joins, and its condition counts tokens: activate what comes after it';
      break;
    default:
      break;
  }
  if (node.isForCompensation) return 'it is a compensation handler, which only compensation reaches';
  for (const flowId of node.incoming) {
    const source = nodeOf(definition, flowOf(definition, flowId).sourceId);
    if (source.type === 'event-based-gateway')
      return `it is an event behind the event-based gateway '${source.id}': activate that, or what comes after it`;
  }
  return null;
};
