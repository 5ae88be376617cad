import { useState } from 'react';
import { changeFolder, createFolder, type Folder } from '../../../api/folders';
import { queryClient } from '../../../api/query-client';
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

/** Names a new folder, or gives another name to one that is there. */
export function FolderNameDialog({ folder, parentId, onClose }: FolderNameDialogProps) {
  const [name, setName] = useState(folder?.name ?? '');
  const noun = parentId === null && (folder === null || folder.parentId === null) ? 'project' : 'folder';
  const submit = async () => {
    try {
      await (folder === null
        ? createFolder(name.trim(), parentId)
        : changeFolder(folder.folderId, { name: name.trim() }));
      return true;
    } catch (error) {
      toastProblem(error, folder === null ? `The ${noun} was not created` : `The ${noun} was not renamed`);
      return false;
    } finally {
      await queryClient.invalidateQueries({ queryKey: ['drafts'] });
    }
  };
  return (
    <FormDialog
      title={folder === null ? `New ${noun}` : `Rename “${folder.name}”`}
      action={folder === null ? 'Create' : 'Rename'}
      isComplete={name.trim() !== ''}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        label="Name"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={200}
        data-autofocus
      />
    </FormDialog>
  );
}
