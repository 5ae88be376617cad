import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Draft, DraftSummary } from '../../../api/drafts';
import { OfflineError, ProblemError } from '../../../api/problem-error';
import { DraftSaver, type DraftServer } from './draft-saver';
import type { PendingEdit, PendingStore } from './pending-store';

function problem(status: number): ProblemError {
  return new ProblemError({ type: 'about:blank', title: 'X', status, detail: 'no', instance: '/' });
}

/** A server and a browser store in memory, with switches for what goes wrong. */
function world() {
  const stored = { name: 'Order', content: 'v1', revision: 1 };
  const kept = new Map<string, PendingEdit>();
  const control: { failWith: Error | null; loseAnswer: boolean } = { failWith: null, loseAnswer: false };
  const draft = (): Draft => ({
    draftId: 'd',
    kind: 'bpmn',
    resourceId: null,
    folderId: null,
    updatedBy: null,
    tenantId: '<default>',
    createdAt: '',
    updatedAt: '',
    ...stored,
  });
  const save = vi.fn<DraftServer['save']>(async (_id, { name, content, revision }) => {
    await Promise.resolve();
    if (control.failWith !== null) throw control.failWith;
    if (revision !== stored.revision) throw problem(409);
    stored.name = name ?? stored.name;
    stored.content = content ?? stored.content;
    stored.revision += 1;
    if (control.loseAnswer) throw new OfflineError('lost');
    const { content: _content, ...summary } = draft();
    return summary satisfies DraftSummary;
  });
  const store: PendingStore = {
    put: async (edit) => void kept.set(edit.session, edit),
    putAtOnce: (edit) => void kept.set(edit.session, edit),
    remove: async (_draftId, session) => void kept.delete(session),
    ofDraft: async () => [...kept.values()],
    all: async () => [...kept.values()],
    removeDraft: async () => kept.clear(),
  };
  const saver = new DraftSaver({ draft: draft(), server: { save, read: async () => draft() }, store, session: 'tab' });
  return { stored, kept, control, save, saver };
}

describe('DraftSaver', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('should keep an edit in the browser at once and send it after the delay', async () => {
    const { saver, kept, stored, save } = world();
    saver.change({ content: 'v2' });
    expect(saver.getState().kind).toBe('pending');
    await vi.advanceTimersByTimeAsync(1);
    expect(kept.get('tab')).toMatchObject({ content: 'v2', baseRevision: 1 });
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(800);
    expect(stored).toMatchObject({ content: 'v2', revision: 2 });
    expect(saver.getState().kind).toBe('saved');
    expect(kept.size).toBe(0);
  });

  it('should send many quick edits as one save', async () => {
    const { saver, save, stored } = world();
    for (const content of ['a', 'b', 'c']) {
      saver.change({ content });
      await vi.advanceTimersByTimeAsync(300);
    }
    await vi.advanceTimersByTimeAsync(800);
    expect(save).toHaveBeenCalledTimes(1);
    expect(stored.content).toBe('c');
  });

  it('should send what was typed while a save was under way, based on the new revision', async () => {
    const { saver, save, stored } = world();
    saver.change({ content: 'a' });
    const flushed = saver.flush();
    saver.change({ content: 'b' });
    await flushed;
    await vi.advanceTimersByTimeAsync(1000);
    expect(stored).toMatchObject({ content: 'b', revision: 3 });
    expect(save.mock.calls.map(([, { revision }]) => revision)).toEqual([1, 2]);
  });

  it('should keep the edit while the server is away and send it when it is back', async () => {
    const { saver, control, kept, stored } = world();
    control.failWith = new OfflineError('down');
    saver.change({ content: 'v2' });
    await vi.advanceTimersByTimeAsync(900);
    expect(saver.getState().kind).toBe('offline');
    expect(kept.get('tab')?.content).toBe('v2');
    control.failWith = null;
    await vi.advanceTimersByTimeAsync(3000);
    expect(saver.getState().kind).toBe('saved');
    expect(stored.content).toBe('v2');
  });

  it('should stop at a conflict, keep both sides and go on collecting ours', async () => {
    const { saver, stored, kept, save } = world();
    Object.assign(stored, { content: 'theirs', revision: 5 });
    saver.change({ content: 'mine' });
    await vi.advanceTimersByTimeAsync(900);
    expect(saver.getState().kind).toBe('conflict');
    saver.change({ content: 'mine, longer' });
    await vi.advanceTimersByTimeAsync(5000);
    expect(stored.content).toBe('theirs');
    expect(kept.get('tab')?.content).toBe('mine, longer');
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('should take the newer revision as its own when only the answer was lost', async () => {
    const { saver, control, stored } = world();
    control.loseAnswer = true;
    saver.change({ content: 'v2' });
    await vi.advanceTimersByTimeAsync(900);
    expect(saver.getState().kind).toBe('offline');
    control.loseAnswer = false;
    await vi.advanceTimersByTimeAsync(3000);
    expect(saver.getState().kind).toBe('saved');
    expect(stored).toMatchObject({ content: 'v2', revision: 2 });
  });

  it('should tell a change made elsewhere from its own save', async () => {
    const { saver, stored } = world();
    saver.change({ content: 'v2' });
    const flushed = saver.flush();
    saver.notice(2);
    await flushed;
    expect(saver.getState().kind).toBe('saved');
    Object.assign(stored, { content: 'theirs', revision: 3 });
    saver.notice(3);
    await vi.advanceTimersByTimeAsync(1);
    expect(saver.getState().kind).toBe('conflict');
  });

  it('should keep an edit before it returns when the page closes', () => {
    const { saver, kept, save } = world();
    saver.change({ content: 'v2' });
    kept.clear();
    saver.sendOnClose();
    expect(kept.get('tab')).toMatchObject({ content: 'v2', baseRevision: 1 });
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('should know what a closing page has sent when that arrives after the next page has read the draft', async () => {
    const { saver, stored, save } = world();
    saver.recover({ name: 'Order', content: 'kept', baseRevision: 1 });
    Object.assign(stored, { content: 'kept', revision: 2 });
    saver.change({ content: 'kept, and more' });
    saver.notice(2);
    await vi.advanceTimersByTimeAsync(1000);
    expect(saver.getState().kind).toBe('saved');
    expect(stored).toMatchObject({ content: 'kept, and more', revision: 3 });
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('should need no save when an edit is undone before it was sent', async () => {
    const { saver, save, kept } = world();
    saver.change({ content: 'v2' });
    saver.change({ content: 'v1' });
    await vi.advanceTimersByTimeAsync(2000);
    expect(save).not.toHaveBeenCalled();
    expect(saver.getState().kind).toBe('saved');
    expect(kept.size).toBe(0);
  });

  it('should send edits that an earlier page kept, and call them a conflict when the base has moved on', async () => {
    const first = world();
    first.saver.recover({ name: 'Order', content: 'kept', baseRevision: 1 });
    await vi.advanceTimersByTimeAsync(10);
    expect(first.stored.content).toBe('kept');

    const second = world();
    second.saver.recover({ name: 'Order', content: 'kept', baseRevision: 0 });
    await vi.advanceTimersByTimeAsync(10);
    expect(second.saver.getState().kind).toBe('conflict');
    expect(second.stored.content).toBe('v1');
  });

  it('should say that the draft is gone when it was deleted elsewhere', async () => {
    const { saver, control, kept } = world();
    control.failWith = problem(404);
    saver.change({ content: 'v2' });
    await vi.advanceTimersByTimeAsync(900);
    expect(saver.getState().kind).toBe('gone');
    expect(kept.get('tab')?.content).toBe('v2');
  });
});
