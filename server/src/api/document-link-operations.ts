import { z } from 'zod';
import type { Identity } from '../identity/identity.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { checkDocumentLink, signDocumentLink } from '../runtime/documents/document-link.ts';
import { documentNameOf } from '../runtime/documents/document-name.ts';
import { Refusal } from '../runtime/refusal.ts';
import { defaultTenant } from '../default-tenant.ts';
import { dateText } from './answer.ts';
import { documentFile } from './document-file.ts';
import { contentHash, documentId, documentNamedBy, livingDocument, ofTenant, store } from './document-operations.ts';
import { needs } from './operation/access.ts';
import { created, file } from './operation/answer-kinds.ts';
import { dateType } from './operation/answer-types.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';

const hourMs = 3_600_000;
const longestMs = 7 * 24 * hourMs;
const request = z.strictObject({
  timeToLive: z
    .number()
    .int()
    .min(1)
    .max(longestMs)
    .nullish()
    .describe('Milliseconds, at most 7 days. (Default: an hour.)'),
});
const linkType = z.strictObject({ url: z.string(), expiresAt: dateType }).meta({ id: 'DocumentLink' });
const params = { documentId };
const tag = 'Documents';

/** Links that hand out a document without a login, for a while. */
export const documentLinkOperations = (
  runtime: Runtime,
  { originOf }: Pick<Identity, 'originOf'>,
): readonly Operation[] => {
  const { database, clock } = runtime;
  const linkOperation = (id: string, path: string, more: string): Operation =>
    operation({
      id,
      method: 'POST',
      path,
      tag,
      summary: `Make a link that hands out a document for a while${more}`,
      description: 'Whoever has the link gets the document without a login, until the link or the document expires.',
      params,
      query: { ...store, ...ofTenant, contentHash },
      body: body(request),
      answer: created(linkType),
      refusals: ['NOT_FOUND'],
      isTenantAware: true,
      access: needs('DOCUMENT', 'READ'),
      example: {
        body: { timeToLive: 600_000 },
        answer: {
          url: 'https://baton.example.com/ext/document-links/0d9d2f0e?expires=1895220600000&signature=c2lnbmVk',
          expiresAt: '2030-01-31T10:10:00.000Z',
        },
      },
      run: async (call, { request: incoming }) => {
        const row = await livingDocument(runtime, documentNamedBy(call), call.query.contentHash);
        const expiresMs = clock.nowMs() + (call.body.timeToLive ?? hourMs);
        const signature = await signDocumentLink(runtime, row.id, row.content_hash, expiresMs);
        const tenant = row.tenant_id === defaultTenant ? '' : `&tenantId=${encodeURIComponent(row.tenant_id)}`;
        const query = `expires=${expiresMs}&signature=${signature}${tenant}`;
        return {
          url: `${originOf(incoming)}/ext/document-links/${encodeURIComponent(documentNameOf(row).id)}?${query}`,
          expiresAt: dateText(expiresMs),
        };
      },
    });
  return [
    linkOperation('createDocumentLink', '/v2/documents/{documentId}/links', ''),
    // Not in the specification of Camunda 8, but one of its published clients calls it.
    linkOperation('createDocumentLinkBySingular', '/v2/documents/{documentId}/link', ', by its older address'),
    operation({
      id: 'openDocumentLink',
      method: 'GET',
      path: '/ext/document-links/{documentId}',
      tag,
      summary: 'Download a document by a link',
      params,
      query: {
        expires: z.string().regex(/^[0-9]{1,15}$/, 'must be a time in epoch milliseconds'),
        signature: z.string().max(100),
        ...ofTenant,
      },
      answer: file('application/octet-stream'),
      refusals: ['NOT_FOUND', 'FORBIDDEN'],
      access: 'anyone',
      example: {},
      run: async ({ params: { documentId: id }, query }) => {
        const expiresMs = Number(query.expires);
        const row = await livingDocument(runtime, { tenantId: query.tenantId ?? defaultTenant, id }, undefined).catch(
          () => {
            // Nobody learns by guessing which documents there are.
            throw new Refusal(
              'FORBIDDEN',
              'Expected a link to a document that is there, found another one. Ask for a new link.',
            );
          },
        );
        await checkDocumentLink(database, row.id, row.content_hash, expiresMs, query.signature);
        if (expiresMs <= clock.nowMs())
          throw new Refusal(
            'FORBIDDEN',
            'Expected a link that is still good, found one that has expired. Ask for a new link.',
          );
        return documentFile(database, row);
      },
    }),
  ];
};
