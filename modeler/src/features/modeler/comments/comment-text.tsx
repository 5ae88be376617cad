import type { DraftComment } from '../../../api/draft-comments';
import { partsOf } from './comment-parts';
import classes from './comments.module.css';

/** What a comment says: its own line breaks, links, and whom it mentions. */
export function CommentText({ text, mentions }: Pick<DraftComment, 'text' | 'mentions'>) {
  return (
    <p className={classes['text']}>
      {partsOf(text, mentions).map((part, index) =>
        part.kind === 'link' ? (
          <a key={index} href={part.href} target="_blank" rel="noopener noreferrer">
            {part.text}
          </a>
        ) : part.kind === 'mention' ? (
          <span key={index} className={classes['mention']} title={part.username}>
            {part.text}
          </span>
        ) : (
          part.text
        ),
      )}
    </p>
  );
}
