import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DraftSummary } from '../../../api/drafts';
import { deleteFolder, type Folder } from '../../../api/folders';
import { queryClient } from '../../../api/query-client';
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
import classes from './file-list.module.css';

export interface FolderRowProps {
  readonly folder: Folder;
  readonly folders: readonly Folder[];
  readonly drafts: readonly DraftSummary[];
}

const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

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
      title: `Delete “${name}”?`,
      message: isEmpty
        ? 'There is nothing in it.'
        : `It is deleted for everybody with all that is in it: ${counted(seen.drafts, 'draft', 'drafts')} and ${counted(seen.folders, 'folder', 'folders')}. This cannot be undone. What was deployed goes on running.`,
      action: 'Delete folder',
    });
    if (!isSure) return;
    try {
      await deleteFolder(folderId, seen);
    } catch (error) {
      toastProblem(error, 'The folder was not deleted');
    }
    await queryClient.invalidateQueries({ queryKey: ['drafts'] });
  };
  const exportZip = async () => (await import('./export-zip')).downloadFolder(folders, drafts, folder);
  const file = { type: 'folder', id: folderId, name } as const;
  return (
    <li className={`${classes['row']} ${isOver ? classes['over'] : ''}`} {...handlers} {...dragSource(file)}>
      <Link to="/modeler" search={{ folder: folderId }} className={classes['open']} draggable={false}>
        <IconFolder size={17} aria-hidden />
        <span className={classes['name']}>{name}</span>
        <span className={classes['note']}>{inside === 0 ? 'Empty' : counted(inside, 'item', 'items')}</span>
        <span className={classes['kind']}>{folder.parentId === null ? 'Project' : 'Folder'}</span>
        <span className={classes['when']}>
          <RelativeTime at={folder.updatedAt} />
        </span>
      </Link>
      <span className={classes['tail']}>
        <MoreMenu label={`Actions for ${name}`}>
          <Menu.Item onClick={() => setDialog('rename')}>Rename…</Menu.Item>
          <Menu.Item onClick={() => setDialog('move')}>Move to…</Menu.Item>
          <Menu.Item onClick={() => void exportZip()}>Download as zip</Menu.Item>
          <Menu.Divider />
          <Menu.Item color="red" onClick={() => void remove()}>
            Delete…
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
