import { defaultTenant } from '../../default-tenant.ts';
import { createHash, randomUUID } from 'node:crypto';
import { findDocument, findNamedDocument } from '../../store/searches/find-document.ts';
import { documentChunks } from '../../store/tables/document-chunks.ts';
import { documentAddress, documents } from '../../store/tables/documents.ts';
import type { DocumentRow } from '../../store/tables/documents.ts';
import type { Batch } from '../batch.ts';
import type { Runtime } from '../create-runtime.ts';
import { Refusal } from '../refusal.ts';
import type { Task } from '../task.ts';
import { chunkBytes, chunksOf } from './chunks.ts';
import { deleteDocumentTask } from './delete-document.ts';
import { documentNameOf } from './document-name.ts';

/** A file that somebody wants to have kept. */
export interface NewDocument {
  readonly tenantId: string;
  /** Null gives it a random one. */
  readonly id: string | null;
  /** As the uploader calls it: data, never a path. */
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Buffer;
  /** JSON text of an object. */
  readonly properties: string;
  readonly processId: string | null;
  readonly processInstanceKey: number | null;
  /** Epoch milliseconds; null keeps it until it is deleted. */
  readonly expiresMs: number | null;
}

const chunksATask = 4;
/** How long the pieces of a document may take to come in, milliseconds. */
const patienceMs = 300_000;

/** Keeps a document: it is there, all of it, when this answers. Throws ALREADY_EXISTS where one has the id. */
export const storeDocument = async (
  { pipeline, clock }: Pick<Runtime, 'pipeline' | 'clock'>,
  document: NewDocument,
): Promise<DocumentRow> => {
  const { content } = document;
  const nowMs = clock.nowMs();
  const named = document.id ?? randomUUID();
  const isOfDefault = document.tenantId === defaultTenant;
  const row: DocumentRow = {
    // Nobody can guess the id of another tenant's document, and so nobody can take it.
    id: isOfDefault ? named : randomUUID(),
    public_id: isOfDefault ? null : named,
    file_name: document.fileName,
    content_type: document.contentType,
    content_hash: createHash('sha256').update(content).digest('hex'),
    size: content.length,
    properties: document.properties,
    process_id: document.processId,
    process_instance_key: document.processInstanceKey,
    tenant_id: document.tenantId,
    is_complete: 0,
    created_ms: nowMs,
    expires_ms: nowMs + patienceMs,
  };
  await pipeline.submit(beginTask(row));
  try {
    for (let first = 0; first < chunksOf(row.size); first += chunksATask)
      await pipeline.submit(chunksTask(row.id, content, first));
    const rest = { is_complete: 1, expires_ms: document.expiresMs };
    await pipeline.submit(completeTask(row.id, rest));
    return { ...row, ...rest };
  } catch (error) {
    // Where this fails, too, it is removed when its time is over.
    await pipeline.submit(deleteDocumentTask(row.id)).catch(() => undefined);
    throw error;
  }
};

const beginTask = (row: DocumentRow): Task<null> => ({
  name: 'begin-document',
  run: async (batch) => {
    const { tenantId, id } = documentNameOf(row);
    if (
      batch.changes.pendingRows(documents, documentAddress(tenantId, id)).length > 0 ||
      (await findNamedDocument(batch.services.database, tenantId, id)) !== null
    ) {
      throw new Refusal(
        'ALREADY_EXISTS',
        `Expected a new document id, but there is a document '${id}'. Delete it first, or leave the id out.`,
      );
    }
    batch.changes.insert(documents, { ...row });
    return null;
  },
});

const chunksTask = (id: string, content: Buffer, first: number): Task<null> => ({
  name: 'store-document',
  run: async (batch) => {
    await stillThere(batch, id);
    // Not stored when it is swept away at the same time.
    batch.changes.patch(documents, { id }, { is_complete: 0 }, { is_complete: 0 });
    const end = Math.min(first + chunksATask, chunksOf(content.length));
    for (let position = first; position < end; position += 1) {
      const bytes = content.subarray(position * chunkBytes, (position + 1) * chunkBytes);
      batch.changes.insert(documentChunks, { document_id: id, position, content: bytes.toString('base64') });
    }
    return null;
  },
});

const completeTask = (id: string, set: Pick<DocumentRow, 'is_complete' | 'expires_ms'>): Task<null> => ({
  name: 'complete-document',
  run: async (batch) => {
    await stillThere(batch, id);
    batch.changes.patch(documents, { id }, { ...set }, { is_complete: 0 });
    return null;
  },
});

/** One that takes too long to come in is swept away. */
const stillThere = async (batch: Batch, id: string): Promise<void> => {
  if ((await findDocument(batch.services.database, id)) === null)
    throw new Refusal('DEADLINE_EXCEEDED', 'The document took too long to come in. Nothing of it is kept; try again.');
};
