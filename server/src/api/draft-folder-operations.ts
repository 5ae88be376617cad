import { z } from 'zod';
import type { Runtime } from '../runtime/create-runtime.ts';
import { changeFolder, createFolder, deleteFolder } from '../runtime/draft-folders.ts';
import { missingFolder } from '../runtime/draft-place.ts';
import { findFolder, listFolders } from '../store/searches/find-draft-folders.ts';
import type { DraftFolderRow } from '../store/tables/draft-folders.ts';
import { dateText } from './answer.ts';
import type { Permitted } from './found-row.ts';
import { tenantId, text } from './input.ts';
import { needs } from './operation/access.ts';
import { created, json, nothing } from './operation/answer-kinds.ts';
import { dateType, listOf, tenantType } from './operation/answer-types.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { tenantOf } from './tenant-of.ts';

const folderType = z
  .strictObject({
    folderId: z.string(),
    name: z.string(),
    parentId: z.string().nullable().describe('Null for a project, which is at the top.'),
    createdAt: dateType,
    updatedAt: dateType,
    tenantId: tenantType,
  })
  .meta({ id: 'DraftFolder' });

const folderAnswer = (row: DraftFolderRow): z.input<typeof folderType> => ({
  folderId: row.id,
  name: row.name,
  parentId: row.parent_id,
  createdAt: dateText(row.created_ms),
  updatedAt: dateText(row.updated_ms),
  tenantId: row.tenant_id,
});
const example: z.input<typeof folderType> = {
  folderId: '5c1b8a52-6f0d-4b7e-9d43-2f1a0c9e8d7b',
  name: 'Accounting',
  parentId: null,
  createdAt: '2030-01-31T10:00:00.000Z',
  updatedAt: '2030-01-31T10:05:00.000Z',
  tenantId: '<default>',
};

// Without what makes a path of a name: folders become those of a zip file.
const name = text(200).regex(/^(?!\.{1,2}$)[^/\\]*[^/\\\s][^/\\]*$/, 'must be a name without / and \\');
const parentId = text(100).nullish();
/** How many there are, as the caller was shown. */
const count = z
  .string()
  .regex(/^\d{1,7}$/, 'must be a whole number')
  .transform(Number)
  .optional()
  .meta({ type: 'integer', minimum: 0 });
const params = { folderId: z.string() };
const tag = 'Web app';
const access = needs('COMPONENT', 'ACCESS', 'modeler');

/** Folders of drafts: a tree, whose topmost ones are called projects. */
export const draftFolderOperations = (runtime: Runtime): readonly Operation[] => {
  const { database } = runtime;
  const find = async ({
    params: { folderId },
    permit,
  }: Permitted & { readonly params: { readonly folderId: string } }): Promise<DraftFolderRow> => {
    const row = await findFolder(database, folderId);
    if (row === null || permit.tenants?.includes(row.tenant_id) === false) throw missingFolder(folderId);
    return row;
  };
  return [
    operation({
      id: 'listDraftFolders',
      method: 'GET',
      path: '/ext/folders',
      tag,
      summary: 'List the folders of drafts',
      answer: json(listOf(folderType)),
      access,
      isTenantAware: true,
      example: { answer: { items: [example] } },
      run: async ({ permit }) => ({ items: (await listFolders(database, permit.tenants)).map(folderAnswer) }),
    }),
    operation({
      id: 'createDraftFolder',
      method: 'POST',
      path: '/ext/folders',
      tag,
      summary: 'Create a folder',
      body: body(z.strictObject({ name, parentId, tenantId })),
      answer: created(folderType),
      refusals: ['NOT_FOUND', 'ALREADY_EXISTS', 'INVALID_STATE'],
      access,
      isTenantAware: true,
      example: { body: { name: 'Accounting' }, answer: example },
      run: async (call) =>
        folderAnswer(
          await createFolder(runtime, {
            name: call.body.name,
            parentId: call.body.parentId ?? null,
            tenantId: tenantOf(call, call.body.tenantId),
          }),
        ),
    }),
    operation({
      id: 'changeDraftFolder',
      method: 'PATCH',
      path: '/ext/folders/{folderId}',
      tag,
      summary: 'Rename or move a folder',
      description: '`parentId` null moves it to the top.',
      params,
      body: body(z.strictObject({ name: name.optional(), parentId })),
      answer: json(folderType),
      refusals: ['NOT_FOUND', 'ALREADY_EXISTS', 'INVALID_STATE'],
      access,
      isTenantAware: true,
      example: { body: { name: 'Accounting' }, answer: example },
      run: async (call) => folderAnswer(await changeFolder(runtime, await find(call), call.body)),
    }),
    operation({
      id: 'deleteDraftFolder',
      method: 'DELETE',
      path: '/ext/folders/{folderId}',
      tag,
      summary: 'Delete a folder with all that is in it',
      description:
        'With `folders` and `drafts`, the numbers that the caller was shown, it is refused where something else is in it now.',
      params,
      query: { folders: count, drafts: count },
      answer: nothing,
      refusals: ['NOT_FOUND', 'INVALID_STATE'],
      access,
      isTenantAware: true,
      example: {},
      run: async (call) => {
        const { folders, drafts } = call.query;
        const expected = folders === undefined || drafts === undefined ? null : { folders, drafts };
        await deleteFolder(runtime, await find(call), expected);
      },
    }),
  ];
};
