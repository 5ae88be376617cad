import { useEffect } from 'react';
import { useLiveState } from '../../api/events';

/** Whenever the server answers again, edits whose editor was closed meanwhile are sent. */
export function SendLeftBehind() {
  const live = useLiveState();
  useEffect(() => {
    if (live !== 'live') return;
    // Loaded late: the start page should not wait for it.
    void import('../../features/modeler/saving/open-draft').then(({ sendLeftBehindEdits }) => sendLeftBehindEdits());
  }, [live]);
  return null;
}
