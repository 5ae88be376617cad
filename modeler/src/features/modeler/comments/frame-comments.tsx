import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { savedDraftQuery, type Draft } from '../../../api/drafts';
import type { DraftSaver } from '../saving/draft-saver';
import { CommentsPanel, type CommentsPanelProps } from './comments-panel';

export interface FrameCommentsProps extends Pick<CommentsPanelProps, 'elementId' | 'focusRequest' | 'onClose'> {
  readonly draft: Draft;
  readonly saver: DraftSaver;
  /** Whether the model is edited here; else it is what somebody else saved last. */
  readonly isEditing: boolean;
}

/** The comments beside a draft, with the model that they are about. */
export function FrameComments({ draft, saver, isEditing, ...panel }: FrameCommentsProps) {
  const { draftId, kind } = draft;
  const own = useSyncExternalStore(saver.subscribe, () => saver.current().content);
  const saved = useQuery({ ...savedDraftQuery(draftId), enabled: !isEditing });
  return (
    <CommentsPanel
      draftId={draftId}
      kind={kind}
      content={isEditing ? own : (saved.data?.content ?? draft.content)}
      {...panel}
    />
  );
}
