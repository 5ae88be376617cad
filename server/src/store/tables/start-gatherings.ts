import { defineTable, int, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Parallel multiple start events of which some triggers have happened: what each brought, as JSON by the index of the trigger. */
export const startGatherings = defineTable({
  name: 'start_gatherings',
  key: ['definition_key', 'element_id'],
  columns: { definition_key: int, element_id: text, received: text },
});
export type StartGatheringRow = RowOf<typeof startGatherings>;
