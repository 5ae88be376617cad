import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { useStoredState } from '../../../shared/browser/use-stored-state';
import type { OpenedDraft } from '../saving/open-draft';
import { VersionsPanel } from '../versions/versions-panel';
import { DraftFrameContext, type DraftFrameState, type Side } from './draft-frame-context';
import classes from './draft-frame.module.css';

export interface DraftFrameProps {
  readonly opened: OpenedDraft;
  /** Loads the draft anew: it has another content on the server. */
  readonly onReload: () => void;
  readonly children: ReactNode;
}

/** The editor of a draft and what lies beside it. */
export function DraftFrame({ opened: { draft, saver }, onReload, children }: DraftFrameProps) {
  const { draftId } = draft;
  const [side, show] = useStoredState<Side>('baton.modeler.side', 'none');
  const [elementId, setElement] = useState<string | null>(null);
  const commit = useRef<(() => Promise<void>) | null>(null);
  const setCommit = useCallback((next: (() => Promise<void>) | null) => {
    commit.current = next;
  }, []);
  const flush = useCallback(async () => {
    await commit.current?.();
    await saver.flush();
    return saver.base();
  }, [saver]);
  const frame = useMemo<DraftFrameState>(
    () => ({ draftId, side, show, setCommit, setElement, elementId }),
    [draftId, side, show, setCommit, elementId],
  );
  return (
    <DraftFrameContext value={frame}>
      <div className={classes['frame']}>
        <div className={classes['main']}>{children}</div>
        {side === 'versions' && (
          <VersionsPanel draftId={draftId} flush={flush} onRestored={onReload} onClose={() => show('none')} />
        )}
      </div>
    </DraftFrameContext>
  );
}
