import type { CreateInstance } from '../command.ts';
import { activateElement } from '../element-lifecycle.ts';
import type { Rejection } from '../failure.ts';
import { emit, instanceOf, type Step } from '../step.ts';
import { terminateElement } from '../termination.ts';
import { setLocal } from '../variables.ts';

export const createInstance = (step: Step, command: CreateInstance): Rejection | null => {
  const { definition } = step;
  const startId =
    command.startElementId ?? definition.startTriggers.find((start) => start.event.kind === 'none')?.elementId;
  const start = startId === undefined ? undefined : definition.elements.get(startId);
  if (start?.type !== 'start-event' || start.scopeId !== definition.id) {
    return {
      code: 'INVALID_ARGUMENT',
      detail:
        command.startElementId === null
          ? `Expected process '${definition.id}' to have a none start event, but it has none. Start it by its message, timer or signal.`
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
  emit(step, { type: 'element-activated', key, elementId: definition.id, scopeKey: null });
  setLocal(step, key, Object.entries(command.variables));
  activateElement(step, start, key);
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

/** Ends the instance at once; nobody is told, because whoever asks knows. */
export const terminateCalledInstance = (step: Step): null => {
  terminateElement(step, instanceOf(step.state, step.state.key));
  emit(step, { type: 'process-instance-terminated' });
  return null;
};
