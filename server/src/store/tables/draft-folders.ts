import { defineTable, int, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Where drafts are kept; a folder without a parent is a project. */
export const draftFolders = defineTable({
  name: 'draft_folders',
  key: ['id'],
  columns: {
    id: text,
    tenant_id: text,
    parent_id: textOrNull,
    name: text,
    /** Counts up when the folder is renamed or moved. */
    revision: int,
    created_ms: int,
    updated_ms: int,
  },
});
export type DraftFolderRow = RowOf<typeof draftFolders>;
