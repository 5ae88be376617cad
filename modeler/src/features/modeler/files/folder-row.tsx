import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DraftSummary } from '../../../api/drafts';
import { deleteFolder, type Folder } from '../../../api/folders';
import { queryClient } from '../../../api/query-client';
import { t } from '../../../language/texts';
import { confirm } from '../../../ui/confirm';
import { IconFolder } from '../../../ui/icons';
import { Menu } from '../../../ui/menu';
import { MoreMenu } from '../../../ui/more-menu';
import { RelativeTime } from '../../../ui/relative-time';
import { toastProblem } from '../../../ui/toast';
import { dragSource, useDropTarget } from './file-drag';
import { FolderNameDialog } from './folder-name-dialog';
import { countWithin, draftsIn, foldersIn } from './folder-tree';
import { MoveDialog } from './move-dialog';
import { renameKey } from './rename-key';
import classes from './file-list.module.css';

export interface FolderRowProps {
  readonly folder: Folder;
  readonly folders: readonly Folder[];
  readonly drafts: readonly DraftSummary[];
}

/** A folder in the list: opens on click, takes what is dropped on it. */
export function FolderRow({ folder, folders, drafts }: FolderRowProps) {
  const { folderId, name } = folder;
  const [dialog, setDialog] = useState<'rename' | 'move' | null>(null);
  const { isOver, handlers } = useDropTarget(folderId);
  const inside = foldersIn(folders, folderId).length + draftsIn(folders, drafts, folderId).length;
  const remove = async () => {
    const seen = countWithin(folders, drafts, folderId);
    const isEmpty = seen.folders === 0 && seen.drafts === 0;
    const isSure = await confirm({
      title: t('Delete “{{name}}”?', { name }),
      message: isEmpty
        ? t('There is nothing in it.')
        : t(
            'It is deleted for everybody with all that is in it: {{drafts}} and {{folders}}. This cannot be undone. What was deployed goes on running.',
            {
              drafts: t('{{count}} drafts', { count: seen.drafts }),
              folders: t('{{count}} folders', { count: seen.folders }),
            },
          ),
      action: t('Delete folder'),
    });
    if (!isSure) return;
    try {
      await deleteFolder(folderId, seen);
    } catch (error) {
      toastProblem(error, t('The folder was not deleted'));
    }
    await queryClient.invalidateQueries({ queryKey: ['drafts'] });
  };
  const exportZip = async () => (await import('./export-zip')).downloadFolder(folders, drafts, folder);
  const file = { type: 'folder', id: folderId, name } as const;
  return (
    <li
      className={`${classes['row']} ${isOver ? classes['over'] : ''}`}
      {...handlers}
      {...dragSource(file)}
      {...renameKey(() => setDialog('rename'))}
    >
      <Link to="/modeler" search={{ folder: folderId }} className={classes['open']} draggable={false}>
        <IconFolder size={17} aria-hidden />
        <span className={classes['name']}>{name}</span>
        <span className={classes['note']}>{inside === 0 ? t('Empty') : t('{{count}} items', { count: inside })}</span>
        <span className={classes['kind']}>{folder.parentId === null ? t('Project') : t('Folder')}</span>
        <span className={classes['when']}>
          <RelativeTime at={folder.updatedAt} />
        </span>
      </Link>
      <span className={classes['tail']}>
        <MoreMenu label={t('Actions for {{name}}', { name })}>
          <Menu.Item onClick={() => setDialog('rename')}>{t('Rename…')}</Menu.Item>
          <Menu.Item onClick={() => setDialog('move')}>{t('Move to…')}</Menu.Item>
          <Menu.Item onClick={() => void exportZip()}>{t('Download as zip')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item color="red" onClick={() => void remove()}>
            {t('Delete…')}
          </Menu.Item>
        </MoreMenu>
      </span>
      {dialog === 'rename' && (
        <FolderNameDialog folder={folder} parentId={folder.parentId} onClose={() => setDialog(null)} />
      )}
      {dialog === 'move' && (
        <MoveDialog file={file} from={folder.parentId} folders={folders} onClose={() => setDialog(null)} />
      )}
    </li>
  );
}
