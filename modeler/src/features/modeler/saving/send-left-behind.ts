import type { DraftServer } from './draft-saver';
import type { PendingEdit, PendingStore } from './pending-store';

/**
 * Sends pending edits that no open editor looks after. An edit whose draft has moved on or is gone stays where it is:
 * opening the draft shows it and lets a person decide. Stops at the first sign that the server is still away.
 */
export async function sendLeftBehind(options: {
  readonly server: Pick<DraftServer, 'save' | 'read'>;
  readonly store: PendingStore;
  readonly isLookedAfter: (edit: PendingEdit) => Promise<boolean>;
}): Promise<void> {
  const { server, store, isLookedAfter } = options;
  for (const edit of await store.all()) {
    if (await isLookedAfter(edit)) continue;
    const { draftId, session, name, content, baseRevision } = edit;
    const now = await server.read(draftId).catch(() => null);
    if (now === null || now.revision !== baseRevision) continue;
    try {
      await server.save(draftId, { name, content, revision: baseRevision });
      await store.remove(draftId, session);
    } catch {
      return;
    }
  }
}
