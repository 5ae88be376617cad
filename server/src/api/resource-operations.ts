import { z } from 'zod';
import { findResource } from '../store/searches/find-resource.ts';
import { resourcePlan } from '../store/searches/resource-plan.ts';
import type { ResourceRow } from '../store/tables/resources.ts';
import { deleteResourceTask } from '../runtime/deployment/delete-resource.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { keyText } from './answer.ts';
import type { Permitted } from './found-row.ts';
import { key, operationReference } from './input.ts';
import { needs } from './operation/access.ts';
import { file, json } from './operation/answer-kinds.ts';
import { keyType } from './operation/answer-types.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { searchOperation } from './operation/search-operation.ts';
import { submit } from './operation/submit.ts';
import { resourceAnswer, resourceExample, resourceType } from './resource-answer.ts';

const deletion = z.strictObject({ operationReference, deleteHistory: z.boolean().nullish() });

const params = { resourceKey: key };
const mayRead = needs('RESOURCE', 'READ');

/** Deployed files that are no process, form or decision: search, read; and of all kinds: take back. */
export const resourceOperations = (runtime: Runtime): readonly Operation[] => [
  searchOperation(runtime.database, {
    id: 'searchResources',
    path: '/v2/resources/search',
    tag: 'Deployments',
    summary: 'Search deployed files that are no process, form or decision',
    reader: { plan: resourcePlan },
    item: resourceType,
    answer: resourceAnswer,
    access: mayRead,
    example: { body: { filter: { resourceId: 'fetch-invoices' } }, item: resourceExample },
  }),
  operation({
    id: 'getResource',
    method: 'GET',
    path: '/v2/resources/{resourceKey}',
    tag: 'Deployments',
    summary: 'Read a deployed file that is no process, form or decision',
    params,
    answer: json(resourceType),
    refusals: ['NOT_FOUND'],
    access: mayRead,
    isTenantAware: true,
    example: { answer: resourceExample },
    run: async (call) => resourceAnswer(await find(runtime, call, call.params.resourceKey)),
  }),
  operation({
    id: 'getResourceContent',
    method: 'GET',
    path: '/v2/resources/{resourceKey}/content',
    tag: 'Deployments',
    summary: 'Read the text of a deployed file',
    params,
    answer: file('text/plain'),
    refusals: ['NOT_FOUND', 'INVALID_STATE'],
    access: mayRead,
    isTenantAware: true,
    example: {},
    run: async (call) => {
      const row = await find(runtime, call, call.params.resourceKey);
      if (row.encoding !== 'utf8')
        throw new Refusal('INVALID_STATE', `Expected text, found other bytes. Read them at ${call.url}/binary.`);
      return { contentType: 'text/plain; charset=utf-8', content: row.content };
    },
  }),
  operation({
    id: 'getResourceContentBinary',
    method: 'GET',
    path: '/v2/resources/{resourceKey}/content/binary',
    tag: 'Deployments',
    summary: 'Read a deployed file as it came',
    params,
    answer: file('application/octet-stream'),
    refusals: ['NOT_FOUND'],
    access: mayRead,
    isTenantAware: true,
    example: {},
    run: async (call) => {
      const { content, encoding } = await find(runtime, call, call.params.resourceKey);
      return {
        contentType: 'application/octet-stream',
        content: Buffer.from(content, encoding === 'utf8' ? 'utf8' : 'base64'),
      };
    },
  }),
  operation({
    id: 'deleteResource',
    method: 'POST',
    path: '/v2/resources/{resourceKey}/deletion',
    tag: 'Deployments',
    summary: 'Take back a process, form, decision or file',
    description: 'What runs goes on; nothing new begins by it.',
    params,
    body: body(deletion),
    answer: json(z.strictObject({ resourceKey: keyType, batchOperation: z.null() })),
    refusals: ['NOT_FOUND'],
    isRepeatable: true,
    access: needs('RESOURCE', 'DELETE_RESOURCE'),
    isTenantAware: true,
    example: { body: {}, answer: { resourceKey: '1000000003', batchOperation: null } },
    run: async (call) => {
      if (call.body.deleteHistory === true) {
        throw new Refusal(
          'INVALID_ARGUMENT',
          'Expected deleteHistory to be false: this version of Baton keeps the history of deleted processes.',
        );
      }
      const { resourceKey } = call.params;
      await submit(runtime, call, deleteResourceTask(resourceKey));
      return { resourceKey: keyText(resourceKey), batchOperation: null };
    },
  }),
];

const find = async ({ database }: Runtime, { permit }: Permitted, resourceKey: number): Promise<ResourceRow> => {
  const row = await findResource(database, resourceKey);
  const isSeen = row !== null && permit.tenants?.includes(row.tenant_id) !== false;
  if (row?.kind !== 'generic' || row.deleted === 1 || !isSeen)
    throw new Refusal('NOT_FOUND', `Resource with key '${resourceKey}' not found`);
  return row;
};
