import { describe, expect, it, vi } from 'vitest';
import type { DraftServer } from './draft-saver';
import type { PendingEdit, PendingStore } from './pending-store';
import { sendLeftBehind } from './send-left-behind';

function edit(draftId: string, baseRevision: number): PendingEdit {
  return { draftId, session: 'tab', baseRevision, name: 'N', content: 'kept', atMs: 0 };
}

/** A server whose drafts are all at revision 2, and a store with the given edits. */
function world(edits: readonly PendingEdit[]) {
  const left = new Map(edits.map((each) => [each.draftId, each]));
  const save = vi.fn<DraftServer['save']>(async () => ({ revision: 3 }) as never);
  const server = { save, read: async () => ({ revision: 2 }) as never };
  const store: PendingStore = {
    put: async () => undefined,
    putAtOnce: () => undefined,
    remove: async (draftId) => void left.delete(draftId),
    ofDraft: async () => [],
    all: async () => edits,
    removeDraft: async () => undefined,
  };
  return { left, save, server, store };
}

describe('sendLeftBehind', () => {
  it('should send an edit whose draft has not moved on, and forget it', async () => {
    const { left, save, server, store } = world([edit('a', 2)]);
    await sendLeftBehind({ server, store, isLookedAfter: async () => false });
    expect(save).toHaveBeenCalledWith('a', { name: 'N', content: 'kept', revision: 2 });
    expect(left.size).toBe(0);
  });

  it('should leave alone what an editor looks after and what would overwrite somebody', async () => {
    const { left, save, server, store } = world([edit('open', 2), edit('moved-on', 1)]);
    await sendLeftBehind({ server, store, isLookedAfter: async ({ draftId }) => draftId === 'open' });
    expect(save).not.toHaveBeenCalled();
    expect([...left.keys()]).toEqual(['open', 'moved-on']);
  });
});
