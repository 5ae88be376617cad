import { randomUUID } from 'node:crypto';
import { findDraft } from '../store/searches/find-drafts.ts';
import { RowChanges } from '../store/row-changes.ts';
import { draftScenarios } from '../store/tables/draft-scenarios.ts';
import { drafts } from '../store/tables/drafts.ts';
import type { DraftRow } from '../store/tables/drafts.ts';
import type { Runtime } from './create-runtime.ts';
import { forgetComments } from './draft-comments.ts';
import { missing, resourceIdOf } from './draft-facts.ts';
import { stayingFolder } from './draft-place.ts';
import { forgetSessions } from './draft-presence.ts';
import { forgetVersions, keepBeforeEdit } from './draft-versions.ts';
import { notificationTopic } from './notifications.ts';
import { Refusal } from './refusal.ts';

export interface NewDraft {
  readonly tenantId: string;
  readonly name: string;
  readonly kind: 'bpmn' | 'form' | 'dmn';
  readonly content: string;
  /** Null: at the top. */
  readonly folderId: string | null;
  readonly author: string | null;
}
export interface DraftChange {
  readonly name?: string | undefined;
  readonly content?: string | undefined;
  /** The revision that the change is based on. */
  readonly revision: number;
  readonly author: string | null;
}

/** Versions of the same draft may be made at the same moment: so often a save is tried again. */
const attempts = 5;

/** Stores a new draft. Throws NOT_FOUND when its folder is not there. */
export const createDraft = async (
  runtime: Runtime,
  { tenantId, name, kind, content, folderId, author }: NewDraft,
): Promise<DraftRow> => {
  const now = runtime.clock.nowMs();
  const row: DraftRow = {
    id: randomUUID(),
    name,
    kind,
    resource_id: resourceIdOf(kind, content),
    content,
    revision: 1,
    created_ms: now,
    updated_ms: now,
    tenant_id: tenantId,
    folder_id: folderId,
    updated_by: author,
    version_count: 0,
  };
  const changes = new RowChanges();
  if (folderId !== null) await stayingFolder(runtime, changes, folderId, tenantId);
  changes.insert(drafts, row);
  if (!(await runtime.database.write(changes)).ok) throw movedMeanwhile();
  announce(runtime, row);
  return row;
};

/** Saves a draft. Throws INVALID_STATE with the present revision when somebody saved since `revision`. */
export const saveDraft = async (
  runtime: Runtime,
  id: string,
  { name, content, revision, author }: DraftChange,
): Promise<DraftRow> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const before = await findDraft(runtime.database, id);
    if (before === null) throw missing(id);
    if (before.revision !== revision)
      throw new Refusal(
        'INVALID_STATE',
        `Expected the draft to be at revision ${revision}, found ${before.revision}: another save came first.`,
        { revision: before.revision },
      );
    const newContent = content ?? before.content;
    const now = runtime.clock.nowMs();
    const set = {
      name: name ?? before.name,
      content: newContent,
      resource_id: resourceIdOf(before.kind, newContent),
      revision: revision + 1,
      updated_ms: now,
      updated_by: author,
    };
    const changes = new RowChanges();
    if (newContent !== before.content) await keepBeforeEdit(runtime, changes, before, now);
    changes.patch(drafts, { id }, set, { revision });
    if ((await runtime.database.write(changes)).ok) {
      announce(runtime, before);
      return { ...before, ...set };
    }
  }
  throw new Refusal('UNAVAILABLE', `Draft '${id}' is being changed by others all the time. Try again.`);
};

/** Puts a draft into a folder, or to the top (null). Its revision stays: whoever edits it goes on. */
export const moveDraft = async (runtime: Runtime, draft: DraftRow, folderId: string | null): Promise<DraftRow> => {
  const changes = new RowChanges();
  if (folderId !== null) await stayingFolder(runtime, changes, folderId, draft.tenant_id);
  changes.patch(drafts, { id: draft.id }, { folder_id: folderId }, {});
  if (!(await runtime.database.write(changes)).ok) throw movedMeanwhile();
  announce(runtime, draft);
  return { ...draft, folder_id: folderId };
};

/** Deletes a draft with its versions, scenarios and comments. Throws NOT_FOUND when there is none. */
export const deleteDraft = async (runtime: Runtime, id: string): Promise<void> => {
  const before = await findDraft(runtime.database, id);
  if (before === null) throw missing(id);
  const changes = new RowChanges();
  await removeDrafts(runtime, changes, [id]);
  await runtime.database.write(changes);
  runtime.announce({ tenantId: before.tenant_id, topics: ['drafts', notificationTopic] });
};

/** Adds to `changes` that some drafts are gone, with all that belongs to them. */
export const removeDrafts = async (
  runtime: Pick<Runtime, 'database'>,
  changes: RowChanges,
  ids: readonly string[],
): Promise<void> => {
  for (const id of ids) {
    changes.delete(drafts, { id });
    changes.delete(draftScenarios, { draft_id: id });
  }
  await forgetVersions(runtime, changes, ids);
  await forgetSessions(runtime, changes, ids);
  await forgetComments(runtime, changes, ids);
};

const movedMeanwhile = (): Refusal =>
  new Refusal('INVALID_STATE', 'The folder was changed or deleted meanwhile. Look at it again.');

const announce = (runtime: Runtime, { tenant_id: tenantId }: Pick<DraftRow, 'tenant_id'>): void =>
  runtime.announce({ tenantId, topics: ['drafts'] });
