import { z } from 'zod';
import { findNamedDocument } from '../store/searches/find-document.ts';
import type { DocumentRow } from '../store/tables/documents.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { deleteDocumentTask } from '../runtime/documents/delete-document.ts';
import { storeDocument } from '../runtime/documents/store-document.ts';
import type { DocumentName } from '../runtime/documents/document-name.ts';
import { Refusal } from '../runtime/refusal.ts';
import { documentAnswer, documentBatchType, documentExample, documentType, storeId } from './document-answer.ts';
import { documentFile } from './document-file.ts';
import { documentMetadata, filesOf, newDocument, readMetadata, readMetadataList } from './document-input.ts';
import type { Permitted } from './found-row.ts';
import { tenantName, text } from './input.ts';
import { needs } from './operation/access.ts';
import { created, createdOrPartly, file, nothing } from './operation/answer-kinds.ts';
import { uploads } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { jsonSchemaOf } from './operation/shape.ts';
import { problemOf } from './problem.ts';
import { tenantOf } from './tenant-of.ts';

const tag = 'Documents';
/** Any text is an id but those that an address takes for a folder. */
export const documentId = text(200)
  .min(1)
  .refine((id) => !/^\.{1,2}$/.test(id), 'must not be a dot or two');
export const ofTenant = { tenantId: tenantName.optional() };
export const store = {
  storeId: z.literal(storeId, `is unknown: there is one store, leave it out or send "${storeId}"`).optional(),
};
export const contentHash = z.string().max(200).optional();

/** A document that is there, and has these bytes if the caller says which. */
export const livingDocument = async (
  { database, clock }: Pick<Runtime, 'database' | 'clock'>,
  name: DocumentName,
  hash: string | undefined,
): Promise<DocumentRow> => {
  const { tenantId, id } = name;
  const row = await findNamedDocument(database, tenantId, id);
  if (row === null || row.is_complete === 0 || (row.expires_ms !== null && row.expires_ms <= clock.nowMs()))
    throw new Refusal('NOT_FOUND', `Document '${id}' not found. It may have expired.`);
  if (hash !== undefined && hash.toLowerCase() !== row.content_hash)
    throw new Refusal('INVALID_ARGUMENT', `Expected the content hash of document '${id}', found another one.`);
  return row;
};

/** The document that a call names, in the tenant that it names. */
export const documentNamedBy = (
  call: Permitted & {
    readonly params: { readonly documentId: string };
    readonly query: { readonly tenantId?: string | undefined };
  },
): DocumentName => ({ tenantId: tenantOf(call, call.query.tenantId), id: call.params.documentId });

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
      query: { ...store, ...ofTenant, documentId: documentId.optional() },
      body: uploads({
        part: 'file',
        isOne: true,
        limits: { fileBytes: maxBytes, totalBytes: maxBytes + 1024 * 1024, files: 2 },
        fields: { metadata },
      }),
      answer: created(documentType),
      refusals: ['ALREADY_EXISTS', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'DEADLINE_EXCEEDED'],
      isTenantAware: true,
      access: needs('DOCUMENT', 'CREATE'),
      example: { answer: documentExample },
      run: async (call) => {
        const { body, query } = call;
        const tenant = tenantOf(call, query.tenantId);
        const [given, ...more] = filesOf(body, 'file');
        if (given === undefined || more.length > 0)
          throw new Refusal('INVALID_ARGUMENT', `Expected one part 'file', found ${more.length + (given ? 1 : 0)}.`);
        const document = newDocument(tenant, query.documentId ?? null, given, readMetadata(body), clock.nowMs());
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
      query: { ...store, ...ofTenant },
      body: uploads({
        part: 'files',
        limits: { fileBytes: maxBytes, totalBytes, files: 100 },
        fields: { metadataList: { type: 'array', items: metadata } },
      }),
      answer: createdOrPartly(documentBatchType, ({ failedDocuments }) => failedDocuments.length > 0),
      refusals: ['PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'],
      isTenantAware: true,
      access: needs('DOCUMENT', 'CREATE'),
      example: { answer: { failedDocuments: [], createdDocuments: [documentExample] } },
      run: async (call) => {
        const { body, url } = call;
        const tenant = tenantOf(call, call.query.tenantId);
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
            const document = newDocument(tenant, null, each, described[index], clock.nowMs());
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
      query: { ...store, ...ofTenant, contentHash },
      answer: file('application/octet-stream'),
      refusals: ['NOT_FOUND'],
      isTenantAware: true,
      access: needs('DOCUMENT', 'READ'),
      example: {},
      run: async (call) =>
        documentFile(database, await livingDocument(runtime, documentNamedBy(call), call.query.contentHash)),
    }),
    operation({
      id: 'deleteDocument',
      method: 'DELETE',
      path: '/v2/documents/{documentId}',
      tag,
      summary: 'Remove a document',
      params: { documentId },
      query: { ...store, ...ofTenant },
      answer: nothing,
      refusals: ['NOT_FOUND'],
      isTenantAware: true,
      access: needs('DOCUMENT', 'DELETE'),
      example: {},
      run: async (call) => {
        const { id } = await livingDocument(runtime, documentNamedBy(call), undefined);
        await runtime.pipeline.submit(deleteDocumentTask(id));
      },
    }),
  ];
};
