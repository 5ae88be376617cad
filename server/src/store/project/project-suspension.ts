import { processInstances } from '../tables/process-instances.ts';
import { timers } from '../tables/timers.ts';
import type { RecordsOf, StepFacts } from './step-facts.ts';

/** When a timer of a suspended instance is due: later than any time there is. */
const never = Number.MAX_SAFE_INTEGER;

/** A suspended instance says so, and its timers come due no more until it is resumed. Its jobs are held in `suspend-instance.ts`. */
export const projectSuspension = (
  step: StepFacts,
  record: RecordsOf<'process-instance-suspended' | 'process-instance-resumed'>,
): void => {
  const { instance, changes, state, atMs } = step;
  const isSuspended = record.type === 'process-instance-suspended';
  changes.patch(
    processInstances,
    { key: instance.key },
    isSuspended ? { status: 'SUSPENDED', suspended_ms: atMs } : { status: 'ACTIVE', suspended_ms: null },
  );
  for (const { waits } of state.elements.values())
    for (const wait of waits?.values() ?? []) {
      if (wait.kind !== 'timer' || step.fresh.has(wait.key)) continue;
      const { dueMs } = wait;
      changes.patch(
        timers,
        { process_instance_key: instance.key, key: wait.key },
        isSuspended ? { due_ms: never, held_due_ms: dueMs } : { due_ms: dueMs, held_due_ms: null },
      );
    }
};
