import { defineTable, int, intOrNull, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Where a document is found: in its tenant. */
export const documentAddress = (tenantId: string, id: string): string => JSON.stringify([tenantId, id]);

/**
 * Stored files. While the pieces of one come in it is not complete, and expires soon should they not come. Names are what the uploader said: data, never a path. A document of the
 * default tenant is called by its `id`, one of another tenant by its `public_id`. `content_hash` is the SHA-256 in hex; `properties` JSON.
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
    tenant_id: text,
    public_id: textOrNull,
  },
  overlay: (row) => documentAddress(row.tenant_id, row.public_id ?? row.id),
});
export type DocumentRow = RowOf<typeof documents>;
