import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { meetAtDraft, pageSession, type DraftPresence, type PresenceWish } from '../../../api/presence';
import { t } from '../../../language/texts';
import { toastProblem } from '../../../ui/toast';

/** How often the server is told that the page is still there, milliseconds. */
const beatMs = 10_000;
/** How often is asked whether the last edit of another page has come, milliseconds, and how often at most. */
const handOverPollMs = 300;
const handOverPolls = 20;

/**
 * What this page may do with the draft: `asking` until the server has said it; where it cannot be asked the page edits, because the revision keeps saves
 * apart in any case.
 */
export type PresenceMode = 'asking' | 'editing' | 'watching';

export interface Presence {
  readonly mode: PresenceMode;
  /** Who edits instead; null when nobody does. */
  readonly editor: string | null;
  /** The names of the other pages, each once. */
  readonly others: readonly string[];
  /** Begins to edit; whoever does it now only watches from then on. Loads the draft anew when it is the turn of this page. */
  readonly takeOver: () => Promise<void>;
  readonly isTaking: boolean;
  /** How the last edit is sent before this page only watches. */
  readonly setFlush: (flush: (() => Promise<unknown>) | null) => void;
}

/** Looks after who edits a draft. `onTaken` loads it anew. */
export function usePresence(draftId: string, onTaken: () => void): Presence {
  const queries = useQueryClient();
  const [mode, setMode] = useState<PresenceMode>('asking');
  const [isTaking, setTaking] = useState(false);
  const wish = useRef<PresenceWish>('edit');
  const flush = useRef<(() => Promise<unknown>) | null>(null);
  const setFlush = useCallback((next: (() => Promise<unknown>) | null) => {
    flush.current = next;
  }, []);
  const met = useQuery({
    queryKey: ['draft-presence', draftId],
    queryFn: () => meetAtDraft(draftId, wish.current),
    refetchInterval: beatMs,
    refetchIntervalInBackground: true,
    retry: false,
    gcTime: 0,
  });
  const { data, isError } = met;

  useEffect(() => {
    if (isError) return setMode((before) => (before === 'asking' ? 'editing' : before));
    if (data === undefined) return;
    if (data.editor === pageSession) {
      if (!data.isHandingOver) setMode('editing');
      return;
    }
    let isCurrent = true;
    const watch = async () => {
      // Whoever takes over waits for the last edit, and hears of it by the next sign of life.
      if (wish.current !== 'watch') await flush.current?.().catch(() => undefined);
      wish.current = 'watch';
      if (isCurrent) setMode('watching');
      await meetAtDraft(draftId, 'watch').catch(() => undefined);
    };
    if (wish.current !== 'watch') void watch();
    return () => {
      isCurrent = false;
    };
  }, [data, isError, draftId]);

  useEffect(() => {
    wish.current = 'edit';
    const leave = () => void meetAtDraft(draftId, 'leave').catch(() => undefined);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [draftId]);

  const takeOver = useCallback(async () => {
    setTaking(true);
    try {
      wish.current = 'edit';
      let now: DraftPresence = await meetAtDraft(draftId, 'takeOver');
      for (let poll = 0; now.isHandingOver && poll < handOverPolls; poll += 1) {
        await new Promise((resolve) => setTimeout(resolve, handOverPollMs));
        now = await meetAtDraft(draftId, 'edit');
      }
      queries.setQueryData(['draft-presence', draftId], { ...now, isHandingOver: false });
      onTaken();
    } catch (error) {
      wish.current = 'watch';
      toastProblem(error, t('This draft could not be taken over'));
    } finally {
      setTaking(false);
    }
  }, [draftId, onTaken, queries]);

  const others = (data?.sessions ?? []).filter(({ session }) => session !== pageSession);
  return {
    mode,
    editor: others.find(({ session }) => session === data?.editor)?.name ?? null,
    others: [...new Set(others.map(({ name }) => name))],
    takeOver,
    isTaking,
    setFlush,
  };
}
