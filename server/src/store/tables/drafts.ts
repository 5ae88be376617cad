import { defineTable, int, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Models that people work on in the browser. */
export const drafts = defineTable({
  name: 'drafts',
  key: ['id'],
  columns: {
    id: text,
    name: text,
    kind: text,
    resource_id: textOrNull,
    content: text,
    revision: int,
    created_ms: int,
    updated_ms: int,
    tenant_id: text,
  },
});
export type DraftRow = RowOf<typeof drafts>;
