import { defineTable, int, intOrNull, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/**
 * Timers that are open in instances; gone when they have fired for the last time. `held_due_ms` is when one was due that came due in a suspended
 * instance; `due_ms` is never then.
 */
export const timers = defineTable({
  name: 'timers',
  key: ['process_instance_key', 'key'],
  claim: ['claimed_ms', 'claimed_for'],
  columns: {
    process_instance_key: int,
    key: int,
    element_instance_key: int,
    target_id: text,
    due_ms: int,
    repetitions: int,
    cycle: textOrNull,
    held_due_ms: intOrNull,
  },
});
export type TimerRow = RowOf<typeof timers>;
