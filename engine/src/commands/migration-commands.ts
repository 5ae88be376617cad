import type { ProcessDefinition } from '../definition/process-definition.ts';
import type { Rejection } from '../failure.ts';
import type { Migration } from '../migration/instructions.ts';
import { planMigration } from '../migration/plan-migration.ts';
import { emit, instanceOf, type Step } from '../step.ts';
import { closeWaits } from '../waits.ts';

/**
 * A running instance goes on by another definition. What is active keeps its key, variables, job, task and called instance; what it waits for is
 * kept where it is mapped, closed where it is not, and opened where it is new. Either all of it, or nothing: every conflict is told at once.
 */
export const migrateInstance = (
  step: Step,
  { targetDefinitionKey, targetVersion, mappings }: Migration,
  target: ProcessDefinition | undefined,
): Rejection | null => {
  if (!target) throw new Error('Expected the definition that the instance is to be migrated to.');
  const { key } = step.state;
  if (step.queue.length > 0)
    return {
      code: 'INVALID_STATE',
      detail: `Expected process instance ${key} to be at rest, but a long step of it is still going on. Try again.`,
    };
  const plan = planMigration(step, target, mappings);
  if (!plan.ok)
    return {
      code: 'INVALID_STATE',
      detail: `Expected that process instance ${key} can go on by process definition ${targetDefinitionKey}, but: ${plan.error.join(' ')}`,
    };
  const { elementIds, changes } = plan.value;
  for (const change of changes)
    if (change.closed.size > 0) closeWaits(step, instanceOf(step.state, change.key), (id) => change.closed.has(id));
  emit(step, {
    type: 'process-instance-migrated',
    definitionKey: targetDefinitionKey,
    processId: target.id,
    version: targetVersion,
    elementIds: Object.fromEntries([...elementIds].filter(([from, to]) => from !== to)),
  });
  step.definition = target;
  for (const { key: instanceKey, open } of changes) open(instanceOf(step.state, instanceKey));
  // A join may have other flows now.
  if (target.hasJoins)
    for (const { key: scopeKey, parked, resets } of step.state.elements.values())
      if (parked || resets) step.touched.add(scopeKey);
  return null;
};
