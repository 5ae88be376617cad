import { defineTable, int, intOrNull, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Timer start events of the latest version of each process, with their next due time. */
export const startTimers = defineTable({
  name: 'start_timers',
  key: ['key'],
  claim: ['claimed_ms', 'claimed_for'],
  columns: {
    key: int,
    process_id: text,
    definition_key: int,
    element_id: text,
    due_ms: int,
    repetitions: int,
    cycle: textOrNull,
    part_index: intOrNull,
    part_of: intOrNull,
    tenant_id: text,
  },
});
export type StartTimerRow = RowOf<typeof startTimers>;
