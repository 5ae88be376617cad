import type { CreateInstance } from '../command.ts';
import { nodeOf } from '../definition/process-definition.ts';
import { activate, hasNothingToPrepare } from '../element-lifecycle.ts';
import type { Rejection } from '../failure.ts';
import { beginAt, takesVariablesItself } from '../process-start.ts';
import { emit, instanceOf, type Step } from '../step.ts';
import { terminateInstance } from '../termination.ts';
import { setLocal } from '../variables.ts';

export const createInstance = (step: Step, command: CreateInstance): Rejection | null => {
  const { definition } = step;
  const { startTriggers } = definition;
  const start = startTriggers.find(({ elementId, event }) =>
    command.startElementId === null ? event.kind === 'none' : elementId === command.startElementId,
  );
  if (!start) {
    return {
      code: 'INVALID_ARGUMENT',
      detail:
        command.startElementId === null
          ? `Expected process '${definition.id}' to have a none start event, but it has none. Start it by its message, timer, signal or condition.`
          : `Expected '${command.startElementId}' to be a start event of process '${definition.id}', but it is not.`,
    };
  }
  const key = command.processInstanceKey;
  emit(step, {
    type: 'process-instance-created',
    processInstanceKey: key,
    definitionKey: command.definitionKey,
    processId: definition.id,
    version: command.version,
    parent: command.parent,
    rootKey: command.rootKey ?? key,
    businessId: command.businessId,
    tags: command.tags,
  });
  const node = nodeOf(definition, definition.id);
  const isSimple = hasNothingToPrepare(node);
  emit(step, { type: isSimple ? 'element-activated' : 'element-activating', key, elementId: node.id, scopeKey: null });
  const isOfElement = takesVariablesItself(nodeOf(definition, start.elementId));
  if (!isOfElement) setLocal(step, key, Object.entries(command.variables));
  const variables = isOfElement ? command.variables : {};
  if (isSimple) {
    beginAt(step, key, start.elementId, variables);
    return null;
  }
  emit(step, { type: 'element-triggered', key, targetId: start.elementId, variables });
  activate(step, instanceOf(step.state, key), node);
  return null;
};

export const cancelInstance = (step: Step): Rejection | null => {
  const { parent, key } = step.state;
  if (parent) {
    return {
      code: 'INVALID_STATE',
      detail: `Expected process instance ${key} to be a root instance, but it was called by instance ${parent.processInstanceKey}. Cancel the root instance ${step.state.rootKey} instead.`,
    };
  }
  return terminateCalledInstance(step);
};

/** Ends the instance; nobody is told, because whoever asks knows. */
export const terminateCalledInstance = (step: Step): null => {
  terminateInstance(step);
  return null;
};
