import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { addComment, commentsQuery } from '../../../api/draft-comments';
import type { DraftKind } from '../../../api/drafts';
import { t } from '../../../language/texts';
import { EmptyState } from '../../../ui/empty-state';
import { IconButton } from '../../../ui/icon-button';
import { IconCircleCheck, IconMessage } from '../../../ui/icons';
import { ProblemNotice } from '../../../ui/problem-notice';
import { SegmentedControl } from '../../../ui/segmented-control';
import { Skeleton } from '../../../ui/skeleton';
import { SidePanel } from '../frame/side-panel';
import { CommentComposer } from './comment-composer';
import { refreshComments } from './comment-view';
import { useElementNames } from './model-elements';
import { ThreadView } from './thread-view';
import { shownThreads, threadsOf, type CommentThread } from './threads';
import classes from './comments.module.css';

export interface CommentsPanelProps {
  readonly draftId: string;
  readonly kind: DraftKind;
  /** The model as it is now, or was saved last. */
  readonly content: string;
  /** Id of the element that is chosen in the drawing. */
  readonly elementId: string | null;
  /** The field takes the focus whenever this becomes another number, but for 0. */
  readonly focusRequest: number;
  readonly onClose: () => void;
}

/** What people say about the draft: about the chosen element, or all of it. */
export function CommentsPanel({ draftId, kind, content, elementId, focusRequest, onClose }: CommentsPanelProps) {
  const navigate = useNavigate();
  const { element: namedElement, comment: namedComment } = useSearch({ strict: false });
  const comments = useQuery(commentsQuery(draftId));
  const names = useElementNames(kind, content);
  const [scope, setScope] = useState<'chosen' | 'all'>('chosen');
  const [withResolved, setWithResolved] = useState(false);
  const all = comments.data ?? [];
  const threads = threadsOf(all);
  const linkedKey = all.find(({ commentKey }) => commentKey === namedComment)?.threadKey ?? null;
  const linked = threads.find(({ first }) => first.commentKey === linkedKey)?.first;
  const linkedElement = linked?.elementId ?? null;
  // Whoever has chosen another element since has done with the link.
  const isLinkFollowed = linked !== undefined && (elementId === null || elementId === linkedElement);
  const { there, gone } = shownThreads(threads, {
    elementId: scope === 'chosen' ? elementId : null,
    withResolved,
    elements: names === null ? null : new Set(names.keys()),
    threadKey: isLinkFollowed ? linkedKey : null,
  });

  const goTo = async (element: string) => {
    // The address may name it already, though another one was chosen since.
    await navigate({ to: '.', search: {}, replace: true });
    await navigate({ to: '.', search: { element }, replace: true });
  };
  /** The link whose element was shown: afterwards people go where they want. */
  const followed = useRef<string | null>(null);
  useEffect(() => {
    if (namedComment === undefined || linkedElement === null || followed.current === namedComment) return;
    followed.current = namedComment;
    if (linkedElement === namedElement) return;
    void navigate({ to: '.', search: { element: linkedElement, comment: namedComment }, replace: true });
  }, [navigate, namedComment, namedElement, linkedElement]);

  const nameOf = (id: string): string => names?.get(id) ?? id;
  const chosenName = elementId === null ? null : nameOf(elementId);
  const view = (thread: CommentThread) => {
    const { commentKey, elementId: about, elementName } = thread.first;
    const isThere = about !== null && names?.has(about) !== false;
    return (
      <ThreadView
        key={commentKey}
        thread={thread}
        elementName={about === null || about === elementId ? null : isThere ? nameOf(about) : (elementName ?? about)}
        onElement={isThere ? () => void goTo(about) : null}
        isLinked={isLinkFollowed && commentKey === linkedKey}
      />
    );
  };

  return (
    <SidePanel title={t('Comments')} closeLabel={t('Close comments')} onClose={onClose}>
      <div className={classes['filter']}>
        <SegmentedControl
          size="xs"
          aria-label={t('Which comments')}
          value={elementId === null ? 'all' : scope}
          onChange={(value) => setScope(value)}
          data={[
            { value: 'chosen', label: t('Chosen element'), disabled: elementId === null },
            { value: 'all', label: t('All') },
          ]}
        />
        <IconButton
          label={withResolved ? t('Hide resolved threads') : t('Show resolved threads')}
          pressed={withResolved}
          onClick={() => setWithResolved(!withResolved)}
        >
          <IconCircleCheck size={17} />
        </IconButton>
      </div>
      <CommentComposer
        key={elementId ?? ''}
        draftId={draftId}
        place={elementId === null ? 'file' : `element.${elementId}`}
        label={chosenName === null ? t('Comment on the file') : t('Comment on “{{name}}”', { name: chosenName })}
        action={t('Comment')}
        focusRequest={focusRequest}
        onSend={async (text) => {
          await addComment(draftId, { text, elementId, elementName: chosenName, replyTo: null });
          await refreshComments(draftId);
        }}
      />
      {comments.isError ? (
        <ProblemNotice
          title={t('The comments could not be read')}
          error={comments.error}
          onRetry={() => void comments.refetch()}
        />
      ) : comments.isPending ? (
        <Skeleton height={120} aria-busy="true" />
      ) : there.length + gone.length === 0 ? (
        <EmptyState
          icon={<IconMessage size={28} />}
          title={chosenName === null || scope === 'all' ? t('No open comments') : t('No open comments here')}
          hint={t(
            'Choose an element to comment on it. Whoever may open this draft sees the comments, and @ tells somebody.',
          )}
        />
      ) : (
        <>
          {there.length > 0 && (
            <ul className={classes['threads']} aria-label={t('Threads')}>
              {there.map(view)}
            </ul>
          )}
          {gone.length > 0 && (
            <section aria-labelledby="comments-gone">
              <h3 id="comments-gone" className={classes['gone']}>
                {t('Elements that are gone')}
              </h3>
              <ul className={classes['threads']}>{gone.map(view)}</ul>
            </section>
          )}
        </>
      )}
    </SidePanel>
  );
}
