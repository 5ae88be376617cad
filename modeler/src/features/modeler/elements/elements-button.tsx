import { t } from '../../../language/texts';
import { IconButton } from '../../../ui/icon-button';
import { IconList } from '../../../ui/icons';
import { useDraftFrame } from '../frame/draft-frame-context';

/** Shows and hides the diagram as a list. */
export function ElementsButton({ draftId }: { readonly draftId: string }) {
  const frame = useDraftFrame(draftId);
  if (frame === null) return null;
  const { side, show } = frame;
  return (
    <IconButton
      label={t('List of elements')}
      pressed={side === 'elements'}
      onClick={() => show(side === 'elements' ? 'none' : 'elements')}
    >
      <IconList size={17} />
    </IconButton>
  );
}
