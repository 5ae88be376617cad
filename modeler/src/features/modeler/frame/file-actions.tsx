import { useNavigate } from '@tanstack/react-router';
import { t } from '../../../language/texts';
import { copyLink } from '../../../shared/link/copy-link';
import { IconButton } from '../../../ui/icon-button';
import { IconArrowsExchange, IconHistory, IconLink } from '../../../ui/icons';
import { CommentsButton } from '../comments/comments-button';
import { OthersHere } from '../together/others-here';
import { useDraftFrame } from './draft-frame-context';

/** What every editor's toolbar offers for the draft as a file: a link to it, and its versions. */
export function FileActions({ draftId }: { readonly draftId: string }) {
  const frame = useDraftFrame(draftId);
  const navigate = useNavigate();
  if (frame === null) return null;
  const { side, show, elementId, others } = frame;
  return (
    <>
      <OthersHere names={others} />
      <IconButton
        label={elementId === null ? t('Copy link to this draft') : t('Copy link to the chosen element')}
        onClick={() =>
          void copyLink(
            elementId === null ? `/modeler/${draftId}` : `/modeler/${draftId}?element=${encodeURIComponent(elementId)}`,
          )
        }
      >
        <IconLink size={17} />
      </IconButton>
      <IconButton
        label={t('Compare with another version')}
        onClick={() => void navigate({ to: '/compare', search: { right: `draft.${draftId}` } })}
      >
        <IconArrowsExchange size={17} />
      </IconButton>
      <CommentsButton draftId={draftId} />
      <IconButton
        label={t('Versions')}
        pressed={side === 'versions'}
        onClick={() => show(side === 'versions' ? 'none' : 'versions')}
      >
        <IconHistory size={17} />
      </IconButton>
    </>
  );
}
