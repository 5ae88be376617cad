import { defineTable, int, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** The bytes of a document, as base64, in pieces from position 0. */
export const documentChunks = defineTable({
  name: 'document_chunks',
  key: ['document_id', 'position'],
  columns: { document_id: text, position: int, content: text },
});
export type DocumentChunkRow = RowOf<typeof documentChunks>;
