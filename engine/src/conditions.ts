import { nodeOf, type ProcessDefinition } from './definition/process-definition.ts';
import { catchEvent, staysOpen } from './event-catching.ts';
import { conditionHolds } from './events/condition.ts';
import { waitingEvents, type ConditionalEvent, type EventDefinition } from './events/event-definition.ts';
import type { Key } from './key.ts';
import type { ConditionWait, ElementInstance, VariableChange } from './state.ts';
import { emit, type Step } from './step.ts';
import { lookupFrom } from './variables.ts';

/**
 * Looks at conditions after variables changed, or after somebody began to watch. A condition sees every change of the variables of its scope
 * and of the scopes around it, also from parallel branches: the step looks after each single thing that it does, not at its end only.
 */
export const checkConditions = (step: Step, changes: readonly VariableChange[], instanceKey: Key | null): void => {
  const watching = instanceKey === null ? [...(step.state.watching ?? [])] : [instanceKey];
  for (const key of watching) {
    const instance = step.state.elements.get(key);
    if (!instance) continue;
    const seen = instanceKey === null ? visibleChanges(step, instance, changes) : null;
    if (seen?.length === 0) continue;
    for (const wait of [...(instance.waits?.values() ?? [])]) {
      // What happened for one of them may have closed the others.
      if (wait.kind === 'condition' && step.state.elements.get(key)?.waits?.has(wait.key))
        look(step, instance, wait, seen);
    }
  }
};

const visibleChanges = (
  step: Step,
  instance: ElementInstance,
  changes: readonly VariableChange[],
): readonly VariableChange[] => {
  const chain = new Set<Key>();
  for (let key: Key | null = instance.key; key !== null; key = step.state.elements.get(key)?.scopeKey ?? null)
    chain.add(key);
  return changes.filter((change) => chain.has(change.scopeKey));
};

/** `changes` null: it has just been opened, and no filter applies. */
const look = (
  step: Step,
  instance: ElementInstance,
  wait: ConditionWait,
  changes: readonly VariableChange[] | null,
): void => {
  const event = conditionalOf(step.definition, wait);
  if (changes !== null && !changes.some((change) => counts(event, change))) return;
  const holds = conditionHolds(step, event, lookupFrom(step, instance.key));
  if (holds === wait.holds) return;
  const of = { key: wait.key, elementInstanceKey: instance.key };
  if (!holds) {
    emit(step, { type: 'condition-evaluated', ...of, holds });
    return;
  }
  emit(step, { type: 'condition-met', ...of, targetId: wait.targetId, closed: !staysOpen(step, wait.targetId) });
  catchEvent(step, instance, wait.targetId, {});
};

const counts = ({ variableNames, variableEvents }: ConditionalEvent, change: VariableChange): boolean =>
  (variableNames === null || variableNames.includes(change.name)) &&
  variableEvents.includes(change.isNew ? 'create' : 'update');

/** The condition that is waited for, as it stands in the model. */
export const conditionalOf = (
  definition: ProcessDefinition,
  { targetId, eventIndex }: Pick<ConditionWait, 'targetId' | 'eventIndex'>,
): ConditionalEvent => {
  const target = nodeOf(definition, targetId);
  const event: EventDefinition | null = 'event' in target ? target.event : null;
  const found = event && waitingEvents(event)[eventIndex];
  if (found?.kind !== 'conditional') throw new Error(`Expected ${targetId} to have a condition at ${eventIndex}.`);
  return found;
};
