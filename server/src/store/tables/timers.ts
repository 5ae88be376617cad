import { defineTable, int, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Timers that are open in instances; gone when they have fired for the last time. */
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
  },
});
export type TimerRow = RowOf<typeof timers>;
