import { useEffect, useRef, useState } from 'react';
import { addComment, changeComment } from '../../../api/draft-comments';
import { t } from '../../../language/texts';
import { Button } from '../../../ui/button';
import { IconButton } from '../../../ui/icon-button';
import { IconCheck, IconRefresh } from '../../../ui/icons';
import { toastProblem } from '../../../ui/toast';
import { CommentComposer } from './comment-composer';
import { authorOf, CommentView, refreshComments } from './comment-view';
import { isKept } from './kept-text';
import { isOpen, type CommentThread } from './threads';
import classes from './comments.module.css';

export interface ThreadViewProps {
  readonly thread: CommentThread;
  /** What its element is called; null where that need not be said. */
  readonly elementName: string | null;
  /** Leads to the element; null where it is gone. */
  readonly onElement: (() => void) | null;
  /** Whether a link leads to it: it is brought into view and takes the focus. */
  readonly isLinked: boolean;
}

/** A comment with its replies, and where one replies. */
export function ThreadView({ thread, elementName, onElement, isLinked }: ThreadViewProps) {
  const { first, replies } = thread;
  const { draftId, commentKey, resolvedBy } = first;
  const place = `reply.${commentKey}`;
  const item = useRef<HTMLLIElement>(null);
  const [isReplying, setReplying] = useState(() => isKept(`${draftId}.${place}`));
  useEffect(() => {
    if (!isLinked) return;
    item.current?.scrollIntoView({ block: 'nearest' });
    item.current?.focus();
  }, [isLinked]);
  const settle = async (isResolved: boolean) => {
    await changeComment(commentKey, { isResolved }).catch((error: unknown) =>
      toastProblem(error, isResolved ? t('The thread was not resolved') : t('The thread was not opened again')),
    );
    await refreshComments(draftId);
  };
  return (
    <li
      ref={item}
      className={classes['thread']}
      tabIndex={-1}
      data-linked={isLinked}
      aria-label={t('Thread of {{author}}', { author: authorOf(first) })}
    >
      {elementName !== null &&
        (onElement === null ? (
          <span className={classes['element']}>{elementName}</span>
        ) : (
          <button type="button" className={classes['element']} onClick={onElement}>
            {elementName}
          </button>
        ))}
      <CommentView comment={first} replyCount={replies.length}>
        {isOpen(thread) ? (
          <IconButton label={t('Resolve')} size="sm" onClick={() => void settle(true)}>
            <IconCheck size={15} />
          </IconButton>
        ) : (
          <IconButton label={t('Open again')} size="sm" onClick={() => void settle(false)}>
            <IconRefresh size={15} />
          </IconButton>
        )}
      </CommentView>
      {!isOpen(thread) && (
        <p className={classes['resolved']}>
          {resolvedBy === null ? t('Resolved') : t('Resolved by {{name}}', { name: resolvedBy })}
        </p>
      )}
      {replies.length > 0 && (
        <ul className={classes['replies']} aria-label={t('Replies')}>
          {replies.map((reply) => (
            <li key={reply.commentKey}>
              <CommentView comment={reply} replyCount={0} />
            </li>
          ))}
        </ul>
      )}
      {isReplying ? (
        <CommentComposer
          draftId={draftId}
          place={place}
          label={t('Reply')}
          action={t('Reply')}
          focusRequest={1}
          onSend={async (text) => {
            await addComment(draftId, { text, replyTo: commentKey, elementId: null, elementName: null });
            await refreshComments(draftId);
            setReplying(false);
          }}
          onCancel={() => setReplying(false)}
        />
      ) : (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          className={classes['reply'] ?? ''}
          onClick={() => setReplying(true)}
        >
          {t('Reply')}
        </Button>
      )}
    </li>
  );
}
