import { randomUUID } from 'node:crypto';
import { RowChanges } from '../store/row-changes.ts';
import { listFolders } from '../store/searches/find-draft-folders.ts';
import { findDraftsIn } from '../store/searches/find-drafts.ts';
import { draftFolders } from '../store/tables/draft-folders.ts';
import type { DraftFolderRow } from '../store/tables/draft-folders.ts';
import type { Runtime } from './create-runtime.ts';
import { stayingFolder } from './draft-place.ts';
import { removeDrafts } from './drafts.ts';
import { notificationTopic } from './notifications.ts';
import { Refusal } from './refusal.ts';

/** Folders of a tenant; the web app shows all of them at once. */
const maxFolders = 1_000;
const maxDepth = 10;

export interface NewFolder {
  readonly tenantId: string;
  readonly name: string;
  readonly parentId: string | null;
}

/** Makes a folder. Throws NOT_FOUND when its parent is not there, ALREADY_EXISTS when that has one of this name. */
export const createFolder = async (
  runtime: Runtime,
  { tenantId, name, parentId }: NewFolder,
): Promise<DraftFolderRow> => {
  const all = await listFolders(runtime.database, [tenantId]);
  if (all.length >= maxFolders)
    throw new Refusal('INVALID_STATE', `Expected at most ${maxFolders} folders, found as many already. Delete some.`);
  const now = runtime.clock.nowMs();
  const row: DraftFolderRow = {
    id: randomUUID(),
    tenant_id: tenantId,
    parent_id: parentId,
    name,
    revision: 1,
    created_ms: now,
    updated_ms: now,
  };
  const changes = new RowChanges();
  if (parentId !== null) await stayingFolder(runtime, changes, parentId, tenantId);
  checkPlace(all, row);
  changes.insert(draftFolders, row);
  await write(runtime, changes, row);
  return row;
};

/**
 * Renames or moves a folder. Throws NOT_FOUND when the new parent is not there, ALREADY_EXISTS when that has one of this name, INVALID_ARGUMENT when the folder
 * would be inside itself or too deep.
 */
export const changeFolder = async (
  runtime: Runtime,
  before: DraftFolderRow,
  { name, parentId }: { readonly name?: string | undefined; readonly parentId?: string | null | undefined },
): Promise<DraftFolderRow> => {
  const all = await listFolders(runtime.database, [before.tenant_id]);
  const set = {
    name: name ?? before.name,
    parent_id: parentId === undefined ? before.parent_id : parentId,
    revision: before.revision + 1,
    updated_ms: runtime.clock.nowMs(),
  };
  const after = { ...before, ...set };
  const changes = new RowChanges();
  changes.patch(draftFolders, { id: before.id }, set, { revision: before.revision });
  if (parentId != null) {
    await stayingFolder(runtime, changes, parentId, before.tenant_id);
    // Two moves at once must not make a circle: whoever is above must stay where it is.
    for (const { id, revision } of pathOf(all, parentId))
      if (id !== before.id) changes.patch(draftFolders, { id }, { revision }, { revision });
  }
  checkPlace(all, after);
  await write(runtime, changes, before);
  return after;
};

/** How much is in a folder. */
export interface FolderContent {
  readonly folders: number;
  readonly drafts: number;
}

/**
 * Deletes a folder with all folders and drafts in it. `expected` is what the caller was shown to be in it. Throws INVALID_STATE with what is in it when that is
 * something else: somebody put something in meanwhile.
 */
export const deleteFolder = async (
  runtime: Runtime,
  folder: DraftFolderRow,
  expected: FolderContent | null,
): Promise<void> => {
  const all = await listFolders(runtime.database, [folder.tenant_id]);
  const gone = [folder.id, ...below(all, folder.id)];
  const inside = await findDraftsIn(runtime.database, gone);
  const found: FolderContent = { folders: gone.length - 1, drafts: inside.length };
  if (expected !== null && (expected.folders !== found.folders || expected.drafts !== found.drafts))
    throw new Refusal(
      'INVALID_STATE',
      `Expected ${expected.folders} folders and ${expected.drafts} drafts in '${folder.name}', found ${found.folders} and ${found.drafts}. Look at it again.`,
      { ...found },
    );
  const changes = new RowChanges();
  for (const id of gone) changes.delete(draftFolders, { id });
  await removeDrafts(
    runtime,
    changes,
    inside.map(({ id }) => id),
  );
  await write(runtime, changes, folder);
  if (inside.length > 0) runtime.announce({ tenantId: folder.tenant_id, topics: [notificationTopic] });
};

const write = async (runtime: Runtime, changes: RowChanges, { tenant_id: tenantId }: DraftFolderRow): Promise<void> => {
  if (!(await runtime.database.write(changes)).ok)
    throw new Refusal('INVALID_STATE', 'The folders were changed by somebody else meanwhile. Look at them again.');
  runtime.announce({ tenantId, topics: ['drafts'] });
};

/** The folders from one up to the top. Ends also where they go round in a circle. */
const pathOf = (all: readonly DraftFolderRow[], id: string): readonly DraftFolderRow[] => {
  const path: DraftFolderRow[] = [];
  let at = all.find((each) => each.id === id);
  while (at !== undefined && !path.includes(at)) {
    path.push(at);
    const { parent_id: parent } = at;
    at = all.find((each) => each.id === parent);
  }
  return path;
};

/** The ids of all folders inside one. */
const below = (all: readonly DraftFolderRow[], id: string): readonly string[] => {
  const ids: string[] = [];
  for (const each of all)
    if (each.id !== id && pathOf(all, each.id).some(({ id: above }) => above === id)) ids.push(each.id);
  return ids;
};

const checkPlace = (all: readonly DraftFolderRow[], folder: DraftFolderRow): void => {
  const { id, name, parent_id: parentId } = folder;
  const path = parentId === null ? [] : pathOf(all, parentId);
  if (path.some((each) => each.id === id))
    throw new Refusal('INVALID_ARGUMENT', `Expected another place for folder '${name}', found one inside itself.`);
  const heights = below(all, id).map((each) => pathOf(all, each).findIndex((above) => above.id === id));
  if (path.length + 1 + Math.max(0, ...heights) > maxDepth)
    throw new Refusal('INVALID_ARGUMENT', `Expected at most ${maxDepth} folders inside each other, found more.`);
  if (all.some((each) => each.id !== id && each.parent_id === parentId && each.name === name))
    throw new Refusal('ALREADY_EXISTS', `A folder '${name}' is there already. Choose another name.`);
};
