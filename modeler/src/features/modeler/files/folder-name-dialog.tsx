import { useState } from 'react';
import { changeFolder, createFolder, type Folder } from '../../../api/folders';
import { queryClient } from '../../../api/query-client';
import { t } from '../../../language/texts';
import { FormDialog } from '../../../ui/form-dialog';
import { TextInput } from '../../../ui/text-input';
import { toastProblem } from '../../../ui/toast';

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
  const [name, setName] = useState(folder?.name ?? '');
  const isProject = parentId === null && (folder === null || folder.parentId === null);
  const words = isProject ? ofProject : ofFolder;
  const submit = async () => {
    try {
      await (folder === null
        ? createFolder(name.trim(), parentId)
        : changeFolder(folder.folderId, { name: name.trim() }));
      return true;
    } catch (error) {
      toastProblem(error, folder === null ? words.notCreated : words.notRenamed);
      return false;
    } finally {
      await queryClient.invalidateQueries({ queryKey: ['drafts'] });
    }
  };
  return (
    <FormDialog
      title={folder === null ? words.new : t('Rename “{{name}}”', { name: folder.name })}
      action={folder === null ? t('Create') : t('Rename')}
      isComplete={name.trim() !== ''}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        label={t('Name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={200}
        data-autofocus
      />
    </FormDialog>
  );
}
