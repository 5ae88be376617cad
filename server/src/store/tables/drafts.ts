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
    /** Null, or a folder that is no longer there: at the top. */
    folder_id: textOrNull,
    /** Who saved last, where that is known. */
    updated_by: textOrNull,
    /** Counts up with every change of its versions, so that two servers do not change them at once. */
    version_count: int,
  },
});
export type DraftRow = RowOf<typeof drafts>;
