import { z } from 'zod';
import { createDraft, deleteDraft, moveDraft, saveDraft } from '../runtime/drafts.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { listDrafts } from '../store/searches/find-drafts.ts';
import {
  author,
  authorOf,
  draftAnswer,
  draftKind,
  draftSummary,
  draftSummaryExample as example,
  draftSummaryType,
  draftType,
} from './draft-answer.ts';
import { findSeenDraft } from './find-seen-draft.ts';
import { tenantId, text } from './input.ts';
import { needs } from './operation/access.ts';
import { created, json, nothing } from './operation/answer-kinds.ts';
import { listOf } from './operation/answer-types.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { tenantOf } from './tenant-of.ts';

const name = text(500).min(1);
// 4 MB is what a body may have; a larger model would not arrive here.
const content = text(4 * 1024 * 1024);
const folderId = text(100).nullish();
const creation = z.strictObject({ name, kind: draftKind, content, folderId, author, tenantId });
const change = z.strictObject({
  name: name.optional(),
  content: content.optional(),
  revision: z.number().int().min(1),
  author,
});
const place = z.strictObject({ folderId: text(100).nullable() });

const params = { draftId: z.string() };
const tag = 'Web app';
const access = needs('COMPONENT', 'ACCESS', 'modeler');

/** Models that people work on: nobody overwrites the work of another without being told. */
export const draftOperations = (runtime: Runtime): readonly Operation[] => {
  const { database } = runtime;
  return [
    operation({
      id: 'listDrafts',
      method: 'GET',
      path: '/ext/drafts',
      tag,
      summary: 'List drafts',
      query: { kind: draftKind.optional() },
      answer: json(listOf(draftSummaryType)),
      access,
      isTenantAware: true,
      example: { answer: { items: [example] } },
      run: async ({ query, permit }) => ({
        items: (await listDrafts(database, query.kind ?? null, permit.tenants)).map(draftSummary),
      }),
    }),
    operation({
      id: 'createDraft',
      method: 'POST',
      path: '/ext/drafts',
      tag,
      summary: 'Create a draft',
      body: body(creation),
      answer: created(draftType),
      refusals: ['NOT_FOUND', 'INVALID_STATE'],
      access,
      isTenantAware: true,
      example: {
        body: { name: 'Invoice', kind: 'bpmn', content: '<bpmn:definitions />' },
        answer: { ...example, content: '<bpmn:definitions />' },
      },
      run: async (call) =>
        draftAnswer(
          await createDraft(runtime, {
            ...call.body,
            folderId: call.body.folderId ?? null,
            author: authorOf(call.caller, call.body.author),
            tenantId: tenantOf(call, call.body.tenantId),
          }),
        ),
    }),
    operation({
      id: 'getDraft',
      method: 'GET',
      path: '/ext/drafts/{draftId}',
      tag,
      summary: 'Read a draft',
      params,
      answer: json(draftType),
      refusals: ['NOT_FOUND'],
      access,
      isTenantAware: true,
      example: { answer: { ...example, content: '<bpmn:definitions />' } },
      run: async (call) => draftAnswer(await findSeenDraft(database, call)),
    }),
    operation({
      id: 'saveDraft',
      method: 'PUT',
      path: '/ext/drafts/{draftId}',
      tag,
      summary: 'Save a draft',
      description: '`revision` is the one that was changed; when somebody else saved meanwhile it is refused.',
      params,
      body: body(change),
      answer: json(draftSummaryType),
      refusals: ['NOT_FOUND', 'INVALID_STATE', 'UNAVAILABLE'],
      access,
      isTenantAware: true,
      example: { body: { revision: 2, content: '<bpmn:definitions />' }, answer: example },
      run: async (call) =>
        draftSummary(
          await saveDraft(runtime, (await findSeenDraft(database, call)).id, {
            ...call.body,
            author: authorOf(call.caller, call.body.author),
          }),
        ),
    }),
    operation({
      id: 'moveDraft',
      method: 'PUT',
      path: '/ext/drafts/{draftId}/folder',
      tag,
      summary: 'Move a draft to a folder',
      description: '`folderId` null moves it to the top. The revision stays, so that whoever edits the draft goes on.',
      params,
      body: body(place),
      answer: json(draftSummaryType),
      refusals: ['NOT_FOUND', 'INVALID_STATE'],
      access,
      isTenantAware: true,
      example: { body: { folderId: null }, answer: example },
      run: async (call) =>
        draftSummary(await moveDraft(runtime, await findSeenDraft(database, call), call.body.folderId)),
    }),
    operation({
      id: 'deleteDraft',
      method: 'DELETE',
      path: '/ext/drafts/{draftId}',
      tag,
      summary: 'Delete a draft',
      params,
      answer: nothing,
      refusals: ['NOT_FOUND'],
      access,
      isTenantAware: true,
      example: {},
      run: async (call) => deleteDraft(runtime, (await findSeenDraft(database, call)).id),
    }),
  ];
};
