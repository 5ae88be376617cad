// Made by `npm run client` from the operations of the server; a change by hand is lost. One file per family, however long that becomes.

import type { CallOptions, OperationEntry, Upload } from '../operation-entry.ts';
import type { DocumentReference, DocumentLink } from './schemas.ts';

export type CreateDocumentInput = {
  readonly storeId?: 'baton';
  readonly tenantId?: string;
  readonly documentId?: string;
} & Upload;

export type CreateDocumentAnswer = DocumentReference;

export type CreateDocumentsInput = {
  readonly storeId?: 'baton';
  readonly tenantId?: string;
} & Upload;

export type CreateDocumentsAnswer = {
  readonly failedDocuments: readonly {
    readonly fileName: string;
    readonly status: number;
    readonly title: string;
    readonly detail: string;
  }[];
  readonly createdDocuments: readonly DocumentReference[];
};

export type GetDocumentInput = {
  readonly documentId: string;
  readonly storeId?: 'baton';
  readonly tenantId?: string;
  readonly contentHash?: string;
};

export type DeleteDocumentInput = {
  readonly documentId: string;
  readonly storeId?: 'baton';
  readonly tenantId?: string;
};

export type CreateDocumentLinkInput = {
  readonly documentId: string;
  readonly storeId?: 'baton';
  readonly tenantId?: string;
  readonly contentHash?: string;
} & {
  /** Milliseconds, at most 7 days. (Default: an hour.) */
  readonly timeToLive?: number | null;
};

export type CreateDocumentLinkAnswer = DocumentLink;

export type CreateDocumentLinkBySingularInput = {
  readonly documentId: string;
  readonly storeId?: 'baton';
  readonly tenantId?: string;
  readonly contentHash?: string;
} & {
  /** Milliseconds, at most 7 days. (Default: an hour.) */
  readonly timeToLive?: number | null;
};

export type CreateDocumentLinkBySingularAnswer = DocumentLink;

export type OpenDocumentLinkInput = {
  readonly documentId: string;
  readonly expires: string;
  readonly signature: string;
  readonly tenantId?: string;
};

/** Documents. */
export interface Documents {
  /** Store a file. Its names are kept as they are, and are never a path. With `expiresAt` it is removed by itself. `POST /v2/documents` */
  createDocument(input: CreateDocumentInput, options?: CallOptions): Promise<CreateDocumentAnswer>;
  /** Store several files. Each for itself: the answer lists those that were stored, and with status 207 those that were not. `POST /v2/documents/batch` */
  createDocuments(input: CreateDocumentsInput, options?: CallOptions): Promise<CreateDocumentsAnswer>;
  /** Download a document. Browsers save it and never show it as a page. With `contentHash` it is refused unless it has those bytes. `GET /v2/documents/{documentId}` */
  getDocument(input: GetDocumentInput, options?: CallOptions): Promise<Uint8Array>;
  /** Remove a document. `DELETE /v2/documents/{documentId}` */
  deleteDocument(input: DeleteDocumentInput, options?: CallOptions): Promise<void>;
  /** Make a link that hands out a document for a while. Whoever has the link gets the document without a login, until the link or the document expires. `POST /v2/documents/{documentId}/links` */
  createDocumentLink(input: CreateDocumentLinkInput, options?: CallOptions): Promise<CreateDocumentLinkAnswer>;
  /** Make a link that hands out a document for a while, by its older address. Whoever has the link gets the document without a login, until the link or the document expires. `POST /v2/documents/{documentId}/link` */
  createDocumentLinkBySingular(
    input: CreateDocumentLinkBySingularInput,
    options?: CallOptions,
  ): Promise<CreateDocumentLinkBySingularAnswer>;
  /** Download a document by a link. `GET /ext/document-links/{documentId}` */
  openDocumentLink(input: OpenDocumentLinkInput, options?: CallOptions): Promise<Uint8Array>;
}

export const documentsOperations = {
  createDocument: {
    method: 'POST',
    path: '/v2/documents',
    query: ['storeId', 'tenantId', 'documentId'],
    body: 'upload',
    answer: 'json',
  },
  createDocuments: {
    method: 'POST',
    path: '/v2/documents/batch',
    query: ['storeId', 'tenantId'],
    body: 'upload',
    answer: 'json',
  },
  getDocument: {
    method: 'GET',
    path: '/v2/documents/{documentId}',
    query: ['storeId', 'tenantId', 'contentHash'],
    answer: 'bytes',
    isSafe: true,
  },
  deleteDocument: {
    method: 'DELETE',
    path: '/v2/documents/{documentId}',
    query: ['storeId', 'tenantId'],
    answer: 'nothing',
  },
  createDocumentLink: {
    method: 'POST',
    path: '/v2/documents/{documentId}/links',
    query: ['storeId', 'tenantId', 'contentHash'],
    body: 'json',
    answer: 'json',
  },
  createDocumentLinkBySingular: {
    method: 'POST',
    path: '/v2/documents/{documentId}/link',
    query: ['storeId', 'tenantId', 'contentHash'],
    body: 'json',
    answer: 'json',
  },
  openDocumentLink: {
    method: 'GET',
    path: '/ext/document-links/{documentId}',
    query: ['expires', 'signature', 'tenantId'],
    answer: 'bytes',
    isSafe: true,
  },
} as const satisfies Readonly<Record<keyof Documents, OperationEntry>>;
