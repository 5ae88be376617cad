import { useId } from 'react';
import { t } from '../../../language/texts';
import { IconButton } from '../../../ui/icon-button';
import { IconX } from '../../../ui/icons';
import { OutlineList, type OutlineListProps } from './outline-list';
import classes from './outline-panel.module.css';

/** The list of a diagram, over its right part. Escape closes it. */
export function OutlinePanel({ onClose, ...list }: OutlineListProps & { readonly onClose: () => void }) {
  const titleId = useId();
  return (
    <aside
      className={classes['panel']}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header className={classes['head']}>
        <h2 id={titleId}>{t('List of elements')}</h2>
        <IconButton label={t('Close the list')} size="sm" onClick={onClose}>
          <IconX size={15} />
        </IconButton>
      </header>
      <div className={classes['body']}>
        <OutlineList {...list} />
      </div>
    </aside>
  );
}
