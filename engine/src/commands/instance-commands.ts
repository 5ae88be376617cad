import type { CreateInstance } from '../command.ts';
import { nodeOf, type ProcessDefinition, type StartTrigger } from '../definition/process-definition.ts';
import { activate, begin, hasNothingToPrepare } from '../element-lifecycle.ts';
import type { Rejection } from '../failure.ts';
import { whyNotStartable } from '../modification/start-instructions.ts';
import { beginAt, takesVariablesItself } from '../process-start.ts';
import { emit, instanceOf, type Step } from '../step.ts';
import { terminateInstance } from '../termination.ts';
import { setLocal } from '../variables.ts';

export const createInstance = (step: Step, command: CreateInstance): Rejection | null => {
  const { definition } = step;
  const begins = command.startInstructions ?? [];
  const start = begins.length > 0 ? null : findStart(definition, command.startElementId);
  if (typeof start === 'string') return { code: 'INVALID_ARGUMENT', detail: start };
  const wrong = whyWrongInstructions(definition, command);
  if (wrong !== null) return { code: 'INVALID_ARGUMENT', detail: wrong };
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
    ...(command.terminateAfter?.length ? { terminateAfter: command.terminateAfter } : {}),
  });
  const node = nodeOf(definition, definition.id);
  const isSimple = hasNothingToPrepare(node);
  emit(step, { type: isSimple ? 'element-activated' : 'element-activating', key, elementId: node.id, scopeKey: null });
  const isOfElement = start !== null && takesVariablesItself(nodeOf(definition, start.elementId));
  if (!isOfElement) setLocal(step, key, Object.entries(command.variables));
  const variables = isOfElement ? command.variables : {};
  if (isSimple && start) {
    beginAt(step, key, start.elementId, variables);
    return null;
  }
  if (start) emit(step, { type: 'element-triggered', key, targetId: start.elementId, variables });
  else emit(step, { type: 'element-triggered', key, targetId: node.id, variables, begins });
  if (isSimple) begin(step, instanceOf(step.state, key), node);
  else activate(step, instanceOf(step.state, key), node);
  return null;
};

/** What starts the instance; or a sentence that says why nothing does. */
const findStart = (definition: ProcessDefinition, elementId: string | null): StartTrigger | string => {
  const start = definition.startTriggers.find((each) =>
    elementId === null ? each.event.kind === 'none' : each.elementId === elementId,
  );
  if (start) return start;
  return elementId === null
    ? `Expected process '${definition.id}' to have a none start event, but it has none. Start it by its message, timer, signal or condition.`
    : `Expected '${elementId}' to be a start event of process '${definition.id}', but it is not.`;
};

/** A sentence when start or runtime instructions name elements that cannot be meant; null when they are fine. */
const whyWrongInstructions = (
  definition: ProcessDefinition,
  { startInstructions = [], terminateAfter = [] }: CreateInstance,
): string | null => {
  const starts = whyNotStartable(definition, startInstructions);
  if (starts.length > 0)
    return `Expected start instructions that process '${definition.id}' can follow, but: ${starts.join(' ')}`;
  const unknown = terminateAfter.filter((id) => id === definition.id || !definition.elements.has(id));
  return unknown.length === 0
    ? null
    : `Expected runtime instructions to name elements of process '${definition.id}', found '${unknown.join(`', '`)}'.`;
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
  // Listeners of canceled tasks have to get their jobs.
  if (step.state.suspendedMs !== null) emit(step, { type: 'process-instance-resumed' });
  terminateInstance(step);
  return null;
};
