import { useState, type ReactNode } from 'react';
import { changeComment, deleteComment, type DraftComment } from '../../../api/draft-comments';
import { queryClient } from '../../../api/query-client';
import { t } from '../../../language/texts';
import { copyLink } from '../../../shared/link/copy-link';
import { confirm } from '../../../ui/confirm';
import { Menu } from '../../../ui/menu';
import { Initial } from '../../../ui/initial';
import { MoreMenu } from '../../../ui/more-menu';
import { RelativeTime } from '../../../ui/relative-time';
import { toastProblem } from '../../../ui/toast';
import { CommentComposer } from './comment-composer';
import { CommentText } from './comment-text';
import classes from './comments.module.css';

export interface CommentViewProps {
  readonly comment: DraftComment;
  /** How many replies would go with it. */
  readonly replyCount: number;
  /** What can be done with its thread. */
  readonly children?: ReactNode;
}

/** Reads the comments of a draft anew. */
export const refreshComments = (draftId: string): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: ['draft-comments', draftId] });

export const authorOf = ({ authorName, author }: Pick<DraftComment, 'authorName' | 'author'>): string =>
  authorName ?? author ?? t('Somebody');

/** One comment: who, when, what, and what can be done with it. */
export function CommentView({ comment, replyCount, children }: CommentViewProps) {
  const { draftId, commentKey, createdAt, editedAt, mayEdit, mayDelete } = comment;
  const [isEditing, setEditing] = useState(false);
  const author = authorOf(comment);
  const remove = async () => {
    const isSure =
      replyCount === 0 ||
      (await confirm({
        title: t('Delete this thread?'),
        message: t('Its replies are deleted with it, for everybody.'),
        action: t('Delete thread'),
      }));
    if (!isSure) return;
    await deleteComment(commentKey).catch((error: unknown) => toastProblem(error, t('The comment was not deleted')));
    await refreshComments(draftId);
  };
  return (
    <div className={classes['comment']}>
      <div className={classes['head']}>
        <Initial name={author} size="sm" />
        <b>{author}</b>
        <span className={classes['when']}>
          <RelativeTime at={createdAt} />
          {editedAt !== null && <span> · {t('edited')}</span>}
        </span>
        <span className={classes['actions']}>
          {children}
          <MoreMenu label={t('Actions for the comment of {{author}}', { author })}>
            <Menu.Item onClick={() => void copyLink(`/modeler/${draftId}?comment=${commentKey}`)}>
              {t('Copy link')}
            </Menu.Item>
            {mayEdit && <Menu.Item onClick={() => setEditing(true)}>{t('Edit')}</Menu.Item>}
            {mayDelete && (
              <Menu.Item color="red" onClick={() => void remove()}>
                {replyCount === 0 ? t('Delete') : t('Delete…')}
              </Menu.Item>
            )}
          </MoreMenu>
        </span>
      </div>
      {isEditing ? (
        <CommentComposer
          draftId={draftId}
          place={`edit.${commentKey}`}
          label={t('Change the comment')}
          action={t('Save')}
          initial={comment.text}
          focusRequest={1}
          onSend={async (text) => {
            await changeComment(commentKey, { text });
            await refreshComments(draftId);
            setEditing(false);
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <CommentText text={comment.text} mentions={comment.mentions} />
      )}
    </div>
  );
}
