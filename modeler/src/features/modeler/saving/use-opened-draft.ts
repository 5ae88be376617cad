import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { draftsQuery } from '../../../api/drafts';
import type { DraftSaver, SaveState } from './draft-saver';
import { markOpen, openDraft, type OpenedDraft } from './open-draft';

/** How far the opening is. `generation` counts up when the draft was loaded anew, so that editors start afresh. */
export type Opening =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'open'; readonly opened: OpenedDraft; readonly generation: number };

/** Opens a draft and looks after its saver. `reload` drops edits that are not saved and takes the server's copy. */
export function useOpenedDraft(draftId: string): { readonly opening: Opening; readonly reload: () => Promise<void> } {
  const [opening, setOpening] = useState<Opening>({ kind: 'loading' });
  const [generation, setGeneration] = useState(0);

  useEffect(() => {
    let isCurrent = true;
    let saver: DraftSaver | null = null;
    const unmark = markOpen(draftId);
    setOpening((before) =>
      before.kind === 'open' && before.opened.draft.draftId === draftId ? before : { kind: 'loading' },
    );
    openDraft(draftId).then(
      (opened) => {
        if (!isCurrent) return opened.saver.dispose();
        saver = opened.saver;
        setOpening({ kind: 'open', opened, generation });
      },
      (error: unknown) => {
        if (isCurrent) setOpening({ kind: 'failed', error });
      },
    );
    return () => {
      isCurrent = false;
      unmark();
      saver?.dispose();
    };
  }, [draftId, generation]);

  const reload = useCallback(async () => {
    if (opening.kind === 'open') await opening.opened.saver.abandon();
    setGeneration((before) => before + 1);
  }, [opening]);

  return { opening, reload };
}

/** The saver's state; also watches the list of drafts, which the event stream keeps fresh, for saves made elsewhere. */
export function useSaveState(saver: DraftSaver): SaveState {
  const drafts = useQuery(draftsQuery());
  const { data } = drafts;
  useEffect(() => {
    const seen = data?.find(({ draftId }) => draftId === saver.draftId);
    if (seen !== undefined) saver.notice(seen.revision);
  }, [data, saver]);
  return useSyncExternalStore(saver.subscribe, saver.getState);
}

/**
 * Saves when the page is closed or hidden. `commit` ends whatever is being typed and hands the last edit to the saver; it
 * must do so within microtasks, because a closing page gives no more time.
 */
export function useSaveOnClose(saver: DraftSaver, commit: () => Promise<void>): void {
  useEffect(() => {
    const onClose = () => void commit().then(() => saver.sendOnClose());
    window.addEventListener('pagehide', onClose);
    return () => window.removeEventListener('pagehide', onClose);
  }, [saver, commit]);
}
