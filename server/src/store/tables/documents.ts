import { defineTable, int, intOrNull, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/**
 * Stored files. While the pieces of one come in it is not complete, and expires soon should they not come. Names are what the uploader said: data, never a path. `content_hash` is the SHA-256 in hex; `properties` JSON.
 */
export const documents = defineTable({
  name: 'documents',
  key: ['id'],
  columns: {
    id: text,
    file_name: text,
    content_type: text,
    content_hash: text,
    size: int,
    is_complete: int,
    properties: text,
    process_id: textOrNull,
    process_instance_key: intOrNull,
    created_ms: int,
    expires_ms: intOrNull,
  },
});
export type DocumentRow = RowOf<typeof documents>;
