import { z } from 'zod';
import { documentNameOf } from '../runtime/documents/document-name.ts';
import type { DocumentRow } from '../store/tables/documents.ts';
import { dateTextOrNull, keyTextOrNull, stored } from './answer.ts';
import { dateType, keyType, variablesType } from './operation/answer-types.ts';

/** There is one store: the database. */
export const storeId = 'baton';

const metadataType = z.strictObject({
  contentType: z.string(),
  fileName: z.string(),
  expiresAt: dateType.nullable().describe('Null: it is kept until somebody deletes it.'),
  size: z.int().describe('Bytes.'),
  processDefinitionId: z.string().nullable(),
  processInstanceKey: keyType.nullable(),
  customProperties: variablesType,
});

export const documentType = z
  .strictObject({
    'camunda.document.type': z.literal('camunda'),
    storeId: z.string(),
    documentId: z.string(),
    contentHash: z.string().nullable().describe('SHA-256 in hexadecimal digits.'),
    metadata: metadataType,
  })
  .meta({ id: 'DocumentReference' });

/** What refers to a document, for example in a variable. */
export const documentAnswer = (row: DocumentRow): z.input<typeof documentType> => ({
  'camunda.document.type': 'camunda',
  storeId,
  documentId: documentNameOf(row).id,
  contentHash: row.content_hash,
  metadata: {
    contentType: row.content_type,
    fileName: row.file_name,
    expiresAt: dateTextOrNull(row.expires_ms),
    size: row.size,
    processDefinitionId: row.process_id,
    processInstanceKey: keyTextOrNull(row.process_instance_key),
    customProperties: stored(row.properties),
  },
});

export const documentBatchType = z.strictObject({
  failedDocuments: z.array(
    z.strictObject({ fileName: z.string(), status: z.int(), title: z.string(), detail: z.string() }),
  ),
  createdDocuments: z.array(documentType),
});

export const documentExample: z.input<typeof documentType> = {
  'camunda.document.type': 'camunda',
  storeId,
  documentId: '0d9d2f0e-8b43-4a9f-9a55-0c1e2d3f4a5b',
  contentHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  metadata: {
    contentType: 'application/pdf',
    fileName: 'invoice.pdf',
    expiresAt: '2030-02-28T00:00:00.000Z',
    size: 48_213,
    processDefinitionId: 'invoice',
    processInstanceKey: '1000000101',
    customProperties: { supplier: 'acme' },
  },
};
