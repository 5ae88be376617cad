import type { InstanceState, JournalRecord } from '@baton/engine';
import type { JournalRow } from '../store/tables/journal.ts';
import type { Findings } from './findings.ts';
import type { JournalObserver } from '../runtime/fold-journal.ts';
import type { SeenKeys } from './seen-keys.ts';

/**
 * I2: nothing has had its effect twice. A job and a user task end once, a repetition of a timer fires once, a message reaches a process id
 * once (in whichever instance), a signal a subscription once, and what can be compensated is compensated once.
 */
export const effectsObserver = (findings: Findings, seen: SeenKeys): JournalObserver => {
  const once = (row: JournalRow, what: string, key: number, told: string): void => {
    if (!seen.isFirst(what, key))
      findings.add(
        'I2',
        row.process_instance_key,
        `expected ${told} once, found it again in journal entry ${row.seq}.`,
      );
  };
  return {
    record: (record: JournalRecord, state: InstanceState, row: JournalRow): void => {
      switch (record.type) {
        case 'job-completed':
        case 'job-canceled':
          return once(row, 'end of job', record.key, `job ${record.key} to end`);
        case 'user-task-completed':
        case 'user-task-canceled':
          return once(row, 'end of user task', record.key, `user task ${record.key} to end`);
        case 'message-correlated':
          return once(
            row,
            `message to ${state.processId}`,
            record.messageKey,
            `message ${record.messageKey} to reach process '${state.processId}'`,
          );
        case 'signal-caught':
          return once(
            row,
            `signal ${record.signalKey}`,
            record.key,
            `signal ${record.signalKey} to reach subscription ${record.key}`,
          );
        case 'compensation-started':
          return once(row, 'compensation', record.key, `compensation ${record.key} to run`);
        case 'timer-fired': {
          const timer = state.elements.get(record.elementInstanceKey)?.waits?.get(record.key);
          if (timer?.kind !== 'timer') return;
          const isCounted = timer.repetitions < 0 || record.repetitions === timer.repetitions - 1;
          if (isCounted && (record.nextDueMs === null || record.nextDueMs > timer.dueMs)) return;
          findings.add(
            'I2',
            row.process_instance_key,
            `expected each repetition of timer ${record.key} once, found it set back in journal entry ${row.seq}.`,
          );
          return;
        }
        default:
          return;
      }
    },
  };
};
