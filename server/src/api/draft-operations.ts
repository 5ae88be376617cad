import { z } from 'zod';
import { createDraft, deleteDraft, missing, saveDraft } from '../runtime/drafts.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { saveDraftScenarios } from '../runtime/draft-scenarios.ts';
import { findDraftScenarios } from '../store/searches/find-draft-scenarios.ts';
import { findDraft, listDrafts } from '../store/searches/find-drafts.ts';
import type { DraftRow } from '../store/tables/drafts.ts';
import { dateText, stored } from './answer.ts';
import type { Permitted } from './found-row.ts';
import { tenantId, text } from './input.ts';
import { needs } from './operation/access.ts';
import { created, json, nothing } from './operation/answer-kinds.ts';
import { dateType, listOf, tenantType } from './operation/answer-types.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { scenarioExample } from './play-examples.ts';
import { scenarios } from './scenario-type.ts';
import type { Scenario } from './scenario-type.ts';
import { tenantOf } from './tenant-of.ts';

const kind = z.enum(['bpmn', 'form', 'dmn']);
const fields = {
  draftId: z.string(),
  name: z.string(),
  kind,
  resourceId: z.string().nullable().describe('The id of the process, form or decision inside.'),
  revision: z.int(),
  createdAt: dateType,
  updatedAt: dateType,
  tenantId: tenantType,
};
const summaryType = z.strictObject(fields).meta({ id: 'DraftSummary' });
const draftType = z.strictObject({ ...fields, content: z.string() }).meta({ id: 'Draft' });

const summary = (row: Omit<DraftRow, 'content'>): z.input<typeof summaryType> => ({
  draftId: row.id,
  name: row.name,
  kind: row.kind as z.input<typeof kind>,
  resourceId: row.resource_id,
  revision: row.revision,
  createdAt: dateText(row.created_ms),
  updatedAt: dateText(row.updated_ms),
  tenantId: row.tenant_id,
});
const full = (row: DraftRow): z.input<typeof draftType> => ({ ...summary(row), content: row.content });

const scenariosType = z.strictObject({ revision: z.int(), scenarios }).meta({ id: 'DraftScenarios' });

const name = text(500).min(1);
// 4 MB is what a body may have; a larger model would not arrive here.
const content = text(4 * 1024 * 1024);
const creation = z.strictObject({ name, kind, content, tenantId });
const change = z.strictObject({
  name: name.optional(),
  content: content.optional(),
  revision: z.number().int().min(1),
});

const example: z.input<typeof summaryType> = {
  draftId: '0d9d2f0e-8b43-4a9f-9a55-0c1e2d3f4a5b',
  name: 'Invoice',
  kind: 'bpmn',
  resourceId: 'invoice',
  revision: 3,
  createdAt: '2030-01-31T10:00:00.000Z',
  updatedAt: '2030-01-31T10:05:00.000Z',
  tenantId: '<default>',
};
const params = { draftId: z.string() };
const tag = 'Web app';
const access = needs('COMPONENT', 'ACCESS', 'modeler');

/** Models that people work on: nobody overwrites the work of another without being told. */
export const draftOperations = (runtime: Runtime): readonly Operation[] => {
  const { database } = runtime;
  const find = async ({
    params: { draftId },
    permit,
  }: Permitted & { readonly params: { readonly draftId: string } }) => {
    const row = await findDraft(database, draftId);
    if (row === null || permit.tenants?.includes(row.tenant_id) === false) throw missing(draftId);
    return row;
  };
  return [
    operation({
      id: 'listDrafts',
      method: 'GET',
      path: '/ext/drafts',
      tag,
      summary: 'List drafts',
      query: { kind: kind.optional() },
      answer: json(listOf(summaryType)),
      access,
      isTenantAware: true,
      example: { answer: { items: [example] } },
      run: async ({ query, permit }) => ({
        items: (await listDrafts(database, query.kind ?? null, permit.tenants)).map(summary),
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
      access,
      isTenantAware: true,
      example: {
        body: { name: 'Invoice', kind: 'bpmn', content: '<bpmn:definitions />' },
        answer: { ...example, content: '<bpmn:definitions />' },
      },
      run: async (call) =>
        full(await createDraft(runtime, { ...call.body, tenantId: tenantOf(call, call.body.tenantId) })),
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
      run: async (call) => full(await find(call)),
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
      answer: json(summaryType),
      refusals: ['NOT_FOUND', 'INVALID_STATE'],
      access,
      isTenantAware: true,
      example: { body: { revision: 2, content: '<bpmn:definitions />' }, answer: example },
      run: async (call) => summary(await saveDraft(runtime, (await find(call)).id, call.body)),
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
      run: async (call) => deleteDraft(runtime, (await find(call)).id),
    }),
    operation({
      id: 'getDraftScenarios',
      method: 'GET',
      path: '/ext/drafts/{draftId}/scenarios',
      tag,
      summary: 'Read the scenarios of a draft',
      params,
      answer: json(scenariosType),
      refusals: ['NOT_FOUND'],
      access,
      isTenantAware: true,
      example: { answer: { revision: 1, scenarios: [scenarioExample] } },
      run: async (call) => {
        const row = await findDraftScenarios(database, (await find(call)).id);
        return row === null
          ? { revision: 0, scenarios: [] }
          : { revision: row.revision, scenarios: stored<Scenario[]>(row.content) };
      },
    }),
    operation({
      id: 'saveDraftScenarios',
      method: 'PUT',
      path: '/ext/drafts/{draftId}/scenarios',
      tag,
      summary: 'Save the scenarios of a draft',
      description:
        '`revision` is the one that was changed, 0 for the first ones; when somebody else saved meanwhile it is refused.',
      params,
      body: body(z.strictObject({ revision: z.int().min(0), scenarios })),
      answer: json(scenariosType),
      refusals: ['NOT_FOUND', 'INVALID_STATE'],
      access,
      isTenantAware: true,
      example: {
        body: { revision: 0, scenarios: [scenarioExample] },
        answer: { revision: 1, scenarios: [scenarioExample] },
      },
      run: async (call) => {
        const { revision, scenarios: given } = call.body;
        const content = JSON.stringify(given);
        const saved = await saveDraftScenarios(runtime, await find(call), { content, revision });
        return { revision: saved.revision, scenarios: given };
      },
    }),
  ];
};
