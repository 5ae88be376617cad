import { createHash, randomUUID } from 'node:crypto';
import { RowChanges } from '../store/row-changes.ts';
import { findDraft } from '../store/searches/find-drafts.ts';
import {
  findContentHashes,
  findVersion,
  findVersionKeys,
  listVersions,
} from '../store/searches/find-draft-versions.ts';
import { draftContents } from '../store/tables/draft-contents.ts';
import { draftVersions } from '../store/tables/draft-versions.ts';
import type { DraftVersionRow } from '../store/tables/draft-versions.ts';
import { drafts } from '../store/tables/drafts.ts';
import type { DraftRow } from '../store/tables/drafts.ts';
import type { Runtime } from './create-runtime.ts';
import { missing, resourceIdOf } from './draft-facts.ts';
import { Refusal } from './refusal.ts';

/** Why a state of a draft is kept: by hand, as its first state, after a while of editing, when it was deployed, or because something else took its place. */
export const versionReasons = ['named', 'created', 'edited', 'deployed', 'before-restore', 'before-take-over'] as const;
export type VersionReason = (typeof versionReasons)[number];

/** A version by itself is made at most so often, and after a pause of this length, milliseconds. */
const editingMs = 10 * 60_000;
/** Of the versions without a name the newest are kept. */
const maxUnnamed = 50;
const maxNamed = 500;
/** Somebody else changes the same draft at the same moment: so often it is tried again. */
const attempts = 5;

export interface NewVersion {
  readonly reason: VersionReason;
  readonly name: string | null;
  readonly description: string | null;
  readonly author: string | null;
}

export const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex');

/**
 * Adds to `changes` that the state of a draft is kept, and that what is too much is forgotten. The write fails when another server keeps a version of it at the
 * same time. `atMs` is when the state came to be.
 */
export const keepVersion = async (
  { database, clock }: Pick<Runtime, 'database' | 'clock'>,
  changes: RowChanges,
  draft: DraftRow,
  { reason, name, description, author }: NewVersion,
  atMs: number,
): Promise<DraftVersionRow> => {
  const kept = await listVersions(database, draft.id);
  if (name !== null && kept.filter((each) => each.name !== null).length >= maxNamed)
    throw new Refusal(
      'INVALID_STATE',
      `Expected at most ${maxNamed} named versions of a draft, found as many already. Delete some that are no longer needed.`,
    );
  const row: DraftVersionRow = {
    draft_id: draft.id,
    id: randomUUID(),
    reason,
    name,
    description,
    draft_name: draft.name,
    hash: hashOf(draft.content),
    author,
    created_ms: atMs,
    kept_ms: clock.nowMs(),
  };
  const unnamed = kept.filter((each) => each.name === null);
  const spare = unnamed.slice(maxUnnamed - (name === null ? 1 : 0));
  changes.insert(draftVersions, row);
  changes.upsert(draftContents, { draft_id: draft.id, hash: row.hash, content: draft.content });
  forget(changes, [row, ...kept], spare);
  countUp(changes, draft);
  return row;
};

/** Removes some of the versions of a draft, and the contents that no other one has. */
const forget = (changes: RowChanges, all: readonly DraftVersionRow[], some: readonly DraftVersionRow[]): void => {
  const gone = new Set(some);
  const used = new Set(all.filter((each) => !gone.has(each)).map(({ hash }) => hash));
  for (const { draft_id, id, hash } of some) {
    changes.delete(draftVersions, { draft_id, id });
    if (!used.has(hash)) changes.delete(draftContents, { draft_id, hash });
  }
};

const countUp = (changes: RowChanges, { id, version_count: count }: Pick<DraftRow, 'id' | 'version_count'>): void =>
  changes.patch(drafts, { id }, { version_count: count + 1 }, { version_count: count });

/** Adds to `changes` that a draft which is about to get another content is kept as it was, where that is worth it. */
export const keepBeforeEdit = async (
  runtime: Pick<Runtime, 'database' | 'clock'>,
  changes: RowChanges,
  before: DraftRow,
  nowMs: number,
): Promise<void> => {
  const [newest] = await listVersions(runtime.database, before.id);
  const version = { name: null, description: null, author: before.updated_by };
  if (newest === undefined) {
    await keepVersion(runtime, changes, before, { ...version, reason: 'created' }, before.updated_ms);
    return;
  }
  const isAfterPause = nowMs - before.updated_ms >= editingMs && before.updated_ms > newest.created_ms;
  const isLongSince = before.updated_ms - newest.kept_ms >= editingMs;
  if ((!isAfterPause && !isLongSince) || newest.hash === hashOf(before.content)) return;
  await keepVersion(runtime, changes, before, { ...version, reason: 'edited' }, before.updated_ms);
};

/** Changes the versions of a draft; tries again where somebody else was faster. Throws NOT_FOUND when the draft is gone. */
const change = async <T>(
  runtime: Runtime,
  draftId: string,
  decide: (draft: DraftRow, changes: RowChanges) => Promise<T>,
): Promise<T> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const draft = await findDraft(runtime.database, draftId);
    if (draft === null) throw missing(draftId);
    const changes = new RowChanges();
    const result = await decide(draft, changes);
    if ((await runtime.database.write(changes)).ok) {
      runtime.announce({ tenantId: draft.tenant_id, topics: ['drafts'] });
      return result;
    }
  }
  throw new Refusal('UNAVAILABLE', `The versions of draft '${draftId}' are being changed by others. Try again.`);
};

/** Keeps the present state of a draft. */
export const createVersion = (runtime: Runtime, draftId: string, version: NewVersion): Promise<DraftVersionRow> =>
  change(runtime, draftId, (draft, changes) => keepVersion(runtime, changes, draft, version, runtime.clock.nowMs()));

/** Names, renames or describes a version. Throws NOT_FOUND when there is none. */
export const describeVersion = (
  runtime: Runtime,
  draftId: string,
  id: string,
  {
    name,
    description,
  }: { readonly name?: string | null | undefined; readonly description?: string | null | undefined },
): Promise<DraftVersionRow> =>
  change(runtime, draftId, async (draft, changes) => {
    const [row] = (await listVersions(runtime.database, draftId)).filter((each) => each.id === id);
    if (row === undefined) throw missingVersion(id);
    const set = {
      name: name === undefined ? row.name : name,
      description: description === undefined ? row.description : description,
    };
    changes.patch(draftVersions, { draft_id: draftId, id }, set);
    countUp(changes, draft);
    return { ...row, ...set };
  });

/** Deletes a version. Throws NOT_FOUND when there is none. */
export const deleteVersion = (runtime: Runtime, draftId: string, id: string): Promise<void> =>
  change(runtime, draftId, async (draft, changes) => {
    const all = await listVersions(runtime.database, draftId);
    const row = all.find((each) => each.id === id);
    if (row === undefined) throw missingVersion(id);
    forget(changes, all, [row]);
    countUp(changes, draft);
  });

/**
 * Gives a draft the content of one of its versions; what it had is kept as a version. Throws NOT_FOUND when there is no such version, INVALID_STATE when somebody
 * saved since `revision`.
 */
export const restoreVersion = (
  runtime: Runtime,
  draftId: string,
  id: string,
  { revision, author }: { readonly revision: number; readonly author: string | null },
): Promise<DraftRow> =>
  change(runtime, draftId, async (draft, changes) => {
    const version = await findVersion(runtime.database, draftId, id);
    if (version === null) throw missingVersion(id);
    if (draft.revision !== revision)
      throw new Refusal(
        'INVALID_STATE',
        `Expected the draft to be at revision ${revision}, found ${draft.revision}: another save came first.`,
        { revision: draft.revision },
      );
    const now = runtime.clock.nowMs();
    const present = { reason: 'before-restore', name: null, description: null, author: draft.updated_by } as const;
    if (hashOf(draft.content) !== version.hash) await keepVersion(runtime, changes, draft, present, now);
    const set = {
      content: version.content,
      resource_id: resourceIdOf(draft.kind, version.content),
      revision: revision + 1,
      updated_ms: now,
      updated_by: author,
    };
    changes.patch(drafts, { id: draftId }, set, { revision });
    return { ...draft, ...set };
  });

/** Adds to `changes` that all versions of some drafts are gone. */
export const forgetVersions = async (
  { database }: Pick<Runtime, 'database'>,
  changes: RowChanges,
  draftIds: readonly string[],
): Promise<void> => {
  for (const { draft_id, id } of await findVersionKeys(database, draftIds))
    changes.delete(draftVersions, { draft_id, id });
  for (const { draft_id, hash } of await findContentHashes(database, draftIds))
    changes.delete(draftContents, { draft_id, hash });
};

/** What whoever names a version that is not there is told. */
export const missingVersion = (id: string): Refusal =>
  new Refusal('NOT_FOUND', `Version '${id}' not found. It may have been deleted.`);
