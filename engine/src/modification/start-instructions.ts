import { nodeOf, type ProcessDefinition } from '../definition/process-definition.ts';
import { raiseIncident } from '../incidents.ts';
import type { ElementInstance } from '../state.ts';
import type { Step } from '../step.ts';
import { carryOut } from './carry-out.ts';
import { planModification } from './plan.ts';
import { whyNeverActivatable } from './why-not-activatable.ts';

/** Why an instance cannot begin at these elements, every reason; empty when it can. */
export const whyNotStartable = (definition: ProcessDefinition, elementIds: readonly string[]): readonly string[] =>
  elementIds.flatMap((id) => {
    const node = definition.elements.get(id);
    const why = node
      ? (whyNeverActivatable(definition, node) ?? whyRepeated(definition, node.scopeId))
      : 'there is no such element';
    return why === null ? [] : [`'${id}': ${why}.`];
  });

const whyRepeated = (definition: ProcessDefinition, scopeId: string | null): string | null => {
  for (let id = scopeId; id !== null; id = nodeOf(definition, id).scopeId)
    if (nodeOf(definition, id).loop !== null) return `it is inside '${id}', which is repeated`;
  return null;
};

/** The elements of start instructions begin. A scope around one that cannot be made is an incident of the process; it is tried again then. */
export const beginElements = (step: Step, process: ElementInstance, elementIds: readonly string[]): void => {
  const activate = elementIds.map((elementId) => ({ elementId, ancestorKey: null, variables: [] }));
  const plan = planModification(step, { activate, move: [], terminate: [] });
  if (plan.ok) return carryOut(step, plan.value);
  raiseIncident(step, process, {
    type: 'EXTRACT_VALUE_ERROR',
    message: `Expected to begin where the start instructions say, but: ${plan.error.join(' ')} Set the variables, then resolve the incident.`,
  });
};
