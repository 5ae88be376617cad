import { z } from 'zod';
import type { Runtime } from '../runtime/create-runtime.ts';
import {
  createVersion,
  deleteVersion,
  describeVersion,
  missingVersion,
  restoreVersion,
  versionReasons,
} from '../runtime/draft-versions.ts';
import { findVersion, listVersions } from '../store/searches/find-draft-versions.ts';
import type { DraftVersionRow } from '../store/tables/draft-versions.ts';
import { dateText } from './answer.ts';
import { author, authorOf, draftAnswer, draftSummaryExample, draftType } from './draft-answer.ts';
import { findSeenDraft } from './find-seen-draft.ts';
import { text } from './input.ts';
import { needs } from './operation/access.ts';
import { created, json, nothing } from './operation/answer-kinds.ts';
import { dateType, listOf } from './operation/answer-types.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';

const fields = {
  versionId: z.string(),
  draftId: z.string(),
  reason: z.enum(versionReasons).describe('Why it is kept.'),
  name: z
    .string()
    .nullable()
    .describe('What somebody calls it. Versions without a name are removed when there are many.'),
  description: z.string().nullable(),
  draftName: z.string().describe('What the draft was called then.'),
  contentHash: z.string().describe('SHA-256 of the content in hexadecimal: equal contents have equal ones.'),
  author: z.string().nullable().describe('Who made that state, where it is known.'),
  createdAt: dateType,
};
const summaryType = z.strictObject(fields).meta({ id: 'DraftVersionSummary' });
const versionType = z.strictObject({ ...fields, content: z.string() }).meta({ id: 'DraftVersion' });

const summary = (row: DraftVersionRow): z.input<typeof summaryType> => ({
  versionId: row.id,
  draftId: row.draft_id,
  reason: row.reason as z.input<typeof summaryType>['reason'],
  name: row.name,
  description: row.description,
  draftName: row.draft_name,
  contentHash: row.hash,
  author: row.author,
  createdAt: dateText(row.created_ms),
});
const example: z.input<typeof summaryType> = {
  versionId: 'b7f6c3de-2d41-4f0e-8c55-7a9b1e2d3c4f',
  draftId: '0d9d2f0e-8b43-4a9f-9a55-0c1e2d3f4a5b',
  reason: 'named',
  name: 'Agreed with sales',
  description: null,
  draftName: 'Invoice',
  contentHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  author: 'ana',
  createdAt: '2030-01-31T10:05:00.000Z',
};

const name = text(200).regex(/\S/, 'must have a letter');
const description = text(2_000).nullish();
const creation = z.union([
  z.strictObject({ reason: z.literal('named').default('named'), name, description, author }),
  z.strictObject({
    reason: z.enum(['deployed', 'before-take-over']),
    name: z.null().default(null),
    description,
    author,
  }),
]);
const params = { draftId: z.string() };
const versionParams = { draftId: z.string(), versionId: z.string() };
const tag = 'Web app';
const access = needs('COMPONENT', 'ACCESS', 'modeler');

/** States of drafts that are kept: those that somebody named for as long as they want, others until there are many. */
export const draftVersionOperations = (runtime: Runtime): readonly Operation[] => {
  const { database } = runtime;
  const draftIdOf = async (call: Parameters<typeof findSeenDraft>[1]) => (await findSeenDraft(database, call)).id;
  return [
    operation({
      id: 'listDraftVersions',
      method: 'GET',
      path: '/ext/drafts/{draftId}/versions',
      tag,
      summary: 'List the versions of a draft, the newest first',
      description: 'The last 50 without a name and up to 500 with one.',
      params,
      answer: json(listOf(summaryType)),
      refusals: ['NOT_FOUND'],
      access,
      isTenantAware: true,
      example: { answer: { items: [example] } },
      run: async (call) => ({ items: (await listVersions(database, await draftIdOf(call))).map(summary) }),
    }),
    operation({
      id: 'createDraftVersion',
      method: 'POST',
      path: '/ext/drafts/{draftId}/versions',
      tag,
      summary: 'Keep the present state of a draft as a version',
      params,
      body: body(creation),
      answer: created(summaryType),
      refusals: ['NOT_FOUND', 'INVALID_STATE', 'UNAVAILABLE'],
      access,
      isTenantAware: true,
      example: { body: { name: 'Agreed with sales' }, answer: example },
      run: async (call) =>
        summary(
          await createVersion(runtime, await draftIdOf(call), {
            reason: call.body.reason,
            name: call.body.name,
            description: call.body.description ?? null,
            author: authorOf(call.caller, call.body.author),
          }),
        ),
    }),
    operation({
      id: 'getDraftVersion',
      method: 'GET',
      path: '/ext/drafts/{draftId}/versions/{versionId}',
      tag,
      summary: 'Read a version with its content',
      params: versionParams,
      answer: json(versionType),
      refusals: ['NOT_FOUND'],
      access,
      isTenantAware: true,
      example: { answer: { ...example, content: '<bpmn:definitions />' } },
      run: async (call) => {
        const row = await findVersion(database, await draftIdOf(call), call.params.versionId);
        if (row === null) throw missingVersion(call.params.versionId);
        return { ...summary(row), content: row.content };
      },
    }),
    operation({
      id: 'describeDraftVersion',
      method: 'PATCH',
      path: '/ext/drafts/{draftId}/versions/{versionId}',
      tag,
      summary: 'Name, rename or describe a version',
      description: 'A version that gets a name is kept; without (`null`) it goes when there are many.',
      params: versionParams,
      body: body(z.strictObject({ name: name.nullish(), description })),
      answer: json(summaryType),
      refusals: ['NOT_FOUND', 'UNAVAILABLE'],
      access,
      isTenantAware: true,
      example: { body: { name: 'Agreed with sales' }, answer: example },
      run: async (call) =>
        summary(await describeVersion(runtime, await draftIdOf(call), call.params.versionId, call.body)),
    }),
    operation({
      id: 'deleteDraftVersion',
      method: 'DELETE',
      path: '/ext/drafts/{draftId}/versions/{versionId}',
      tag,
      summary: 'Delete a version',
      params: versionParams,
      answer: nothing,
      refusals: ['NOT_FOUND', 'UNAVAILABLE'],
      access,
      isTenantAware: true,
      example: {},
      run: async (call) => deleteVersion(runtime, await draftIdOf(call), call.params.versionId),
    }),
    operation({
      id: 'restoreDraftVersion',
      method: 'POST',
      path: '/ext/drafts/{draftId}/versions/{versionId}/restoration',
      tag,
      summary: 'Give a draft the content of one of its versions',
      description:
        'What it had is kept as a version. `revision` is the one that the caller knows; when somebody saved meanwhile it is refused.',
      params: versionParams,
      body: body(z.strictObject({ revision: z.number().int().min(1), author })),
      answer: json(draftType),
      refusals: ['NOT_FOUND', 'INVALID_STATE', 'UNAVAILABLE'],
      access,
      isTenantAware: true,
      example: { body: { revision: 3 }, answer: { ...draftSummaryExample, content: '<bpmn:definitions />' } },
      run: async (call) =>
        draftAnswer(
          await restoreVersion(runtime, await draftIdOf(call), call.params.versionId, {
            revision: call.body.revision,
            author: authorOf(call.caller, call.body.author),
          }),
        ),
    }),
  ];
};
