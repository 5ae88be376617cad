import { changeFolder, createFolder, type Folder } from '../../../api/folders';
import { t } from '../../../language/texts';
import { NameDialog } from './name-dialog';

export interface FolderNameDialogProps {
  /** Null for a new one. */
  readonly folder: Folder | null;
  /** Where a new one is made; null makes a project. */
  readonly parentId: string | null;
  readonly onClose: () => void;
}

const ofProject = {
  new: t('New project'),
  notCreated: t('The project was not created'),
  notRenamed: t('The project was not renamed'),
} as const;

const ofFolder = {
  new: t('New folder'),
  notCreated: t('The folder was not created'),
  notRenamed: t('The folder was not renamed'),
} as const;

/** Names a new folder, or gives another name to one that is there. */
export function FolderNameDialog({ folder, parentId, onClose }: FolderNameDialogProps) {
  const isProject = parentId === null && (folder === null || folder.parentId === null);
  const words = isProject ? ofProject : ofFolder;
  return (
    <NameDialog
      title={folder === null ? words.new : t('Rename “{{name}}”', { name: folder.name })}
      action={folder === null ? t('Create') : t('Rename')}
      name={folder?.name ?? ''}
      problem={folder === null ? words.notCreated : words.notRenamed}
      onName={(name) => (folder === null ? createFolder(name, parentId) : changeFolder(folder.folderId, { name }))}
      onClose={onClose}
    />
  );
}
