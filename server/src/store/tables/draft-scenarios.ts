import { defineTable, int, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** The scenarios of a draft as JSON text; the tenant is that of the draft. */
export const draftScenarios = defineTable({
  name: 'draft_scenarios',
  key: ['draft_id'],
  columns: { draft_id: text, content: text, revision: int, updated_ms: int },
});
export type DraftScenariosRow = RowOf<typeof draftScenarios>;
