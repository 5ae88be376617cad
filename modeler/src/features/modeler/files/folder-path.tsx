import { Link } from '@tanstack/react-router';
import type { Folder } from '../../../api/folders';
import { t } from '../../../language/texts';
import { IconChevronRight } from '../../../ui/icons';
import { useDropTarget } from './file-drag';
import classes from './file-list.module.css';

/** The way to the shown folder; each step leads back to it and takes what is dropped on it. */
export function FolderPath({ path }: { readonly path: readonly Folder[] }) {
  return (
    <nav aria-label={t('Folder')} className={classes['path']}>
      <Step folderId={null} name={t('All files')} />
      {path.slice(0, -1).map(({ folderId, name }) => (
        <span key={folderId} className={classes['step']}>
          <IconChevronRight size={14} aria-hidden />
          <Step folderId={folderId} name={name} />
        </span>
      ))}
    </nav>
  );
}

function Step({ folderId, name }: { readonly folderId: string | null; readonly name: string }) {
  const { isOver, handlers } = useDropTarget(folderId);
  return (
    <Link
      to="/modeler"
      search={folderId === null ? {} : { folder: folderId }}
      className={isOver ? classes['over'] : ''}
      {...handlers}
    >
      {name}
    </Link>
  );
}
