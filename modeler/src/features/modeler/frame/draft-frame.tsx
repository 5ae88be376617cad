import { useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useStoredState } from '../../../shared/browser/use-stored-state';
import { FrameComments } from '../comments/frame-comments';
import { ElementsPanel } from '../elements/elements-panel';
import type { OpenedDraft } from '../saving/open-draft';
import type { Presence } from '../together/use-presence';
import { WatchedDraft } from '../together/watched-draft';
import { VersionsPanel } from '../versions/versions-panel';
import { DraftFrameContext, type DraftFrameState, type Side } from './draft-frame-context';
import classes from './draft-frame.module.css';

export interface DraftFrameProps {
  readonly opened: OpenedDraft;
  readonly presence: Presence;
  /** Loads the draft anew: it has another content on the server. */
  readonly onReload: () => void;
  readonly children: ReactNode;
}

/** The editor of a draft and what lies beside it. */
export function DraftFrame({ opened: { draft, saver }, presence, onReload, children }: DraftFrameProps) {
  const { draftId } = draft;
  const { comment: namedComment } = useSearch({ strict: false });
  const [side, show] = useStoredState<Side>('baton.modeler.side', 'none');
  const [elementId, setElement] = useState<string | null>(null);
  const [commentRequest, setCommentRequest] = useState(0);
  const comment = useCallback(() => {
    show('comments');
    setCommentRequest((before) => before + 1);
  }, [show]);
  useEffect(() => {
    if (namedComment !== undefined) show('comments');
  }, [namedComment, show]);
  const commit = useRef<(() => Promise<void>) | null>(null);
  const setCommit = useCallback((next: (() => Promise<void>) | null) => {
    commit.current = next;
  }, []);
  const flush = useCallback(async () => {
    await commit.current?.();
    await saver.flush();
    return saver.base();
  }, [saver]);
  const { mode, others, setFlush } = presence;
  const isEditing = mode !== 'watching';
  useEffect(() => {
    setFlush(flush);
    return () => setFlush(null);
  }, [setFlush, flush]);
  // Names are compared, not the list, which is another one with every sign of life.
  const names = others.join('\n');
  const frame = useMemo<DraftFrameState>(
    () => ({
      draftId,
      side,
      show,
      setCommit,
      setElement,
      elementId,
      comment,
      others: names === '' ? [] : names.split('\n'),
    }),
    [draftId, side, show, setCommit, elementId, comment, names],
  );
  return (
    <DraftFrameContext value={frame}>
      <div className={classes['frame']}>
        <div className={classes['main']}>
          {isEditing ? children : <WatchedDraft draft={draft} presence={presence} />}
        </div>
        {side === 'elements' && draft.kind === 'bpmn' && (
          <ElementsPanel saver={saver} elementId={elementId} onClose={() => show('none')} />
        )}
        {side === 'comments' && (
          <FrameComments
            draft={draft}
            saver={saver}
            isEditing={isEditing}
            elementId={elementId}
            focusRequest={commentRequest}
            onClose={() => show('none')}
          />
        )}
        {side === 'versions' && (
          <VersionsPanel
            draftId={draftId}
            flush={isEditing ? flush : null}
            onRestored={onReload}
            onClose={() => show('none')}
          />
        )}
      </div>
    </DraftFrameContext>
  );
}
