import { findDocument } from '../../store/searches/find-document.ts';
import { documentChunks } from '../../store/tables/document-chunks.ts';
import { documents } from '../../store/tables/documents.ts';
import type { Task } from '../task.ts';
import { chunksOf } from './chunks.ts';

/** Removes a document with its bytes. Answers whether there was one. */
export const deleteDocumentTask = (id: string): Task<boolean> => ({
  name: 'delete-document',
  run: async (batch) => {
    const row = await findDocument(batch.services.database, id);
    if (row === null) return false;
    batch.changes.delete(documents, { id });
    for (let position = 0; position < chunksOf(row.size); position += 1)
      batch.changes.delete(documentChunks, { document_id: id, position });
    return true;
  },
});
