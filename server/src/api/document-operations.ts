import { z } from 'zod';
import { findDocument } from '../store/searches/find-document.ts';
import type { DocumentRow } from '../store/tables/documents.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { deleteDocumentTask } from '../runtime/documents/delete-document.ts';
import { storeDocument } from '../runtime/documents/store-document.ts';
import { Refusal } from '../runtime/refusal.ts';
import { documentAnswer, documentBatchType, documentExample, documentType, storeId } from './document-answer.ts';
import { documentFile } from './document-file.ts';
import { documentMetadata, filesOf, newDocument, readMetadata, readMetadataList } from './document-input.ts';
import { text } from './input.ts';
import { needs } from './operation/access.ts';
import { created, createdOrPartly, file, nothing } from './operation/answer-kinds.ts';
import { uploads } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { jsonSchemaOf } from './operation/shape.ts';
import { problemOf } from './problem.ts';

const tag = 'Documents';
/** Any text is an id but those that an address takes for a folder. */
export const documentId = text(200)
  .min(1)
  .refine((id) => !/^\.{1,2}$/.test(id), 'must not be a dot or two');
export const store = {
  storeId: z.literal(storeId, `is unknown: there is one store, leave it out or send "${storeId}"`).optional(),
};
export const contentHash = z.string().max(200).optional();

/** A document that is there, and has these bytes if the caller says which. */
export const livingDocument = async (
  { database, clock }: Pick<Runtime, 'database' | 'clock'>,
  id: string,
  hash: string | undefined,
): Promise<DocumentRow> => {
  const row = await findDocument(database, id);
  if (row === null || row.is_complete === 0 || (row.expires_ms !== null && row.expires_ms <= clock.nowMs()))
    throw new Refusal('NOT_FOUND', `Document '${id}' not found. It may have expired.`);
  if (hash !== undefined && hash.toLowerCase() !== row.content_hash)
    throw new Refusal('INVALID_ARGUMENT', `Expected the content hash of document '${id}', found another one.`);
  return row;
};

/** Documents: files beside processes, kept in the database. `maxBytes`: of one document. */
export const documentOperations = (runtime: Runtime, maxBytes: number): readonly Operation[] => {
  const { database, clock } = runtime;
  const metadata = jsonSchemaOf(documentMetadata, 'input');
  const totalBytes = 4 * maxBytes;
  return [
    operation({
      id: 'createDocument',
      method: 'POST',
      path: '/v2/documents',
      tag,
      summary: 'Store a file',
      description: 'Its names are kept as they are, and are never a path. With `expiresAt` it is removed by itself.',
      query: { ...store, documentId: documentId.optional() },
      body: uploads({
        part: 'file',
        isOne: true,
        limits: { fileBytes: maxBytes, totalBytes: maxBytes + 1024 * 1024, files: 2 },
        fields: { metadata },
      }),
      answer: created(documentType),
      refusals: ['ALREADY_EXISTS', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'DEADLINE_EXCEEDED'],
      access: needs('DOCUMENT', 'CREATE'),
      example: { answer: documentExample },
      run: async ({ body, query }) => {
        const [given, ...more] = filesOf(body, 'file');
        if (given === undefined || more.length > 0)
          throw new Refusal('INVALID_ARGUMENT', `Expected one part 'file', found ${more.length + (given ? 1 : 0)}.`);
        const document = newDocument(query.documentId ?? null, given, readMetadata(body), clock.nowMs());
        if (document instanceof Refusal) throw document;
        return documentAnswer(await storeDocument(runtime, document));
      },
    }),
    operation({
      id: 'createDocuments',
      method: 'POST',
      path: '/v2/documents/batch',
      tag,
      summary: 'Store several files',
      description: 'Each for itself: the answer lists those that were stored, and with status 207 those that were not.',
      query: store,
      body: uploads({
        part: 'files',
        limits: { fileBytes: maxBytes, totalBytes, files: 100 },
        fields: { metadataList: { type: 'array', items: metadata } },
      }),
      answer: createdOrPartly(documentBatchType, ({ failedDocuments }) => failedDocuments.length > 0),
      refusals: ['PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'],
      access: needs('DOCUMENT', 'CREATE'),
      example: { answer: { failedDocuments: [], createdDocuments: [documentExample] } },
      run: async ({ body, url }) => {
        const given = filesOf(body, 'files');
        if (given.length === 0) throw new Refusal('INVALID_ARGUMENT', `Expected parts 'files', found none.`);
        const described = readMetadataList(body, given.length);
        const answer: {
          failedDocuments: z.input<typeof documentBatchType>['failedDocuments'];
          createdDocuments: z.input<typeof documentType>[];
        } = { failedDocuments: [], createdDocuments: [] };
        // One after the other: none of them may hold up what others do.
        for (const [index, each] of given.entries()) {
          try {
            const document = newDocument(null, each, described[index], clock.nowMs());
            if (document instanceof Refusal) throw document;
            answer.createdDocuments.push(documentAnswer(await storeDocument(runtime, document)));
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            const { status, title, detail } = problemOf(url, error);
            answer.failedDocuments.push({ fileName: each.name, status, title, detail });
          }
        }
        return answer;
      },
    }),
    operation({
      id: 'getDocument',
      method: 'GET',
      path: '/v2/documents/{documentId}',
      tag,
      summary: 'Download a document',
      description:
        'Browsers save it and never show it as a page. With `contentHash` it is refused unless it has those bytes.',
      params: { documentId },
      query: { ...store, contentHash },
      answer: file('application/octet-stream'),
      refusals: ['NOT_FOUND'],
      access: needs('DOCUMENT', 'READ'),
      example: {},
      run: async ({ params, query }) =>
        documentFile(database, await livingDocument(runtime, params.documentId, query.contentHash)),
    }),
    operation({
      id: 'deleteDocument',
      method: 'DELETE',
      path: '/v2/documents/{documentId}',
      tag,
      summary: 'Remove a document',
      params: { documentId },
      query: store,
      answer: nothing,
      refusals: ['NOT_FOUND'],
      access: needs('DOCUMENT', 'DELETE'),
      example: {},
      run: async ({ params }) => {
        await livingDocument(runtime, params.documentId, undefined);
        await runtime.pipeline.submit(deleteDocumentTask(params.documentId));
      },
    }),
  ];
};
