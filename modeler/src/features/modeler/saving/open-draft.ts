import { readDraft, saveDraft, type Draft } from '../../../api/drafts';
import { currentTenant } from '../../../api/tenant';
import { OfflineError, ProblemError } from '../../../api/problem-error';
import { DraftSaver, type DraftServer } from './draft-saver';
import { sendLeftBehind } from './send-left-behind';
import { indexedPendingStore, type PendingEdit } from './pending-store';
import { isTabOpen, tabSession } from './tab-session';

const server: DraftServer = {
  save: saveDraft,
  read: (draftId) => readDraft(draftId),
};

/** The newest edit of a draft that no open tab is taking care of. */
async function orphanedEdit(draftId: string): Promise<PendingEdit | null> {
  const edits = [...(await indexedPendingStore.ofDraft(draftId))].sort((a, b) => b.atMs - a.atMs);
  for (const edit of edits) {
    if (edit.session === tabSession || !(await isTabOpen(edit.session))) return edit;
  }
  return null;
}

/** Drafts that an editor in this tab looks after, with how many editors. */
const openHere = new Map<string, number>();

/** Says that an editor looks after a draft; call what is returned when it no longer does. */
export function markOpen(draftId: string): () => void {
  openHere.set(draftId, (openHere.get(draftId) ?? 0) + 1);
  return () => {
    const left = (openHere.get(draftId) ?? 1) - 1;
    if (left === 0) openHere.delete(draftId);
    else openHere.set(draftId, left);
  };
}

/** Sends edits that were kept while the server was away and whose editor has been closed since. */
export function sendLeftBehindEdits(): Promise<void> {
  return sendLeftBehind({
    server,
    store: indexedPendingStore,
    isLookedAfter: async ({ draftId, session }) =>
      openHere.has(draftId) || (session !== tabSession && (await isTabOpen(session))),
  });
}

/** An open draft: what the editor starts with and the saver that looks after it. */
export interface OpenedDraft {
  readonly draft: Draft;
  readonly saver: DraftSaver;
  /** Whether edits that an earlier page could not send were found and are shown. */
  readonly isRecovered: boolean;
}

/**
 * Opens a draft with whatever an earlier page could not send. Where the server cannot be reached or has lost the draft,
 * edits kept in this browser are opened all the same.
 *
 * @throws {ProblemError} 404 when neither the server nor this browser has the draft
 * @throws {OfflineError} when the server cannot be reached and this browser has kept nothing
 */
export async function openDraft(draftId: string): Promise<OpenedDraft> {
  const edit = await orphanedEdit(draftId).catch(() => null);
  let stored: Draft;
  try {
    stored = await readDraft(draftId);
  } catch (error) {
    if (edit === null) throw error;
    const isGone = error instanceof ProblemError && error.status === 404;
    if (!isGone && !(error instanceof OfflineError)) throw error;
    return openKept(edit, isGone);
  }
  const saver = new DraftSaver({ draft: stored, server, store: indexedPendingStore, session: tabSession });
  if (edit === null) return { draft: stored, saver, isRecovered: false };
  if (edit.content === stored.content && edit.name === stored.name) {
    // The server has got it: kept any longer it would look like an old edit one day.
    await indexedPendingStore.remove(edit.draftId, edit.session);
    return { draft: stored, saver, isRecovered: false };
  }
  saver.recover(edit);
  await adoptSession(edit);
  return { draft: { ...stored, name: edit.name, content: edit.content }, saver, isRecovered: true };
}

async function openKept(edit: PendingEdit, isGone: boolean): Promise<OpenedDraft> {
  const kind = edit.content.trimStart().startsWith('{') ? 'form' : edit.content.includes('/spec/DMN/') ? 'dmn' : 'bpmn';
  const draft: Draft = {
    draftId: edit.draftId,
    name: edit.name,
    kind,
    resourceId: null,
    folderId: null,
    // As far as is known without the server.
    tenantId: currentTenant() ?? '<default>',
    revision: edit.baseRevision,
    createdAt: new Date(edit.atMs).toISOString(),
    updatedAt: new Date(edit.atMs).toISOString(),
    updatedBy: null,
    content: edit.content,
  };
  // What the server has is unknown: nothing equals the empty text, so that the edit counts as not saved.
  const saver = new DraftSaver({
    draft: { ...draft, content: '' },
    server,
    store: indexedPendingStore,
    session: tabSession,
  });
  saver.recover(edit);
  if (isGone) saver.noticeGone();
  await adoptSession(edit);
  return { draft, saver, isRecovered: true };
}

/** Edits of a tab that was closed now belong to this one. */
async function adoptSession(edit: PendingEdit): Promise<void> {
  if (edit.session === tabSession) return;
  await indexedPendingStore.put({ ...edit, session: tabSession });
  await indexedPendingStore.remove(edit.draftId, edit.session);
}
