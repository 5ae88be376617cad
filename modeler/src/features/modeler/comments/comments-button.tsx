import { useQuery } from '@tanstack/react-query';
import { commentsQuery } from '../../../api/draft-comments';
import { t } from '../../../language/texts';
import { IconButton } from '../../../ui/icon-button';
import { IconMessage } from '../../../ui/icons';
import { useDraftFrame } from '../frame/draft-frame-context';
import { isOpen, threadsOf } from './threads';

/** Shows and hides the comments, and says how many threads are open. */
export function CommentsButton({ draftId }: { readonly draftId: string }) {
  const frame = useDraftFrame(draftId);
  const open = threadsOf(useQuery(commentsQuery(draftId)).data ?? []).filter(isOpen).length;
  if (frame === null) return null;
  const { side, show } = frame;
  return (
    <IconButton
      label={open === 0 ? t('Comments') : t('Comments, {{count}} open', { count: open })}
      count={open}
      pressed={side === 'comments'}
      onClick={() => show(side === 'comments' ? 'none' : 'comments')}
    >
      <IconMessage size={17} />
    </IconButton>
  );
}
