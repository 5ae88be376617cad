import { useState } from 'react';
import type { Folder } from '../../../api/folders';
import { t } from '../../../language/texts';
import { FormDialog } from '../../../ui/form-dialog';
import { Select } from '../../../ui/select';
import { moveFile, type MovedFile } from './file-drag';
import { isWithin, pathName } from './folder-tree';

export interface MoveDialogProps {
  readonly file: MovedFile;
  /** Where it is now. */
  readonly from: string | null;
  readonly folders: readonly Folder[];
  readonly onClose: () => void;
}

const top = '';

/** Asks where a draft or a folder is to go. */
export function MoveDialog({ file, from, folders, onClose }: MoveDialogProps) {
  const [target, setTarget] = useState<string | null>(null);
  const places = folders
    .filter(({ folderId }) => folderId !== from && !(file.type === 'folder' && isWithin(folders, folderId, file.id)))
    .map(({ folderId }) => ({ value: folderId, label: pathName(folders, folderId) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <FormDialog
      title={t('Move “{{name}}”', { name: file.name })}
      action={t('Move')}
      isComplete={target !== null}
      onClose={onClose}
      onSubmit={() => moveFile(file, target === top ? null : target)}
    >
      <Select
        label={t('Folder')}
        placeholder={t('Choose a folder')}
        searchable
        data={[...(from === null ? [] : [{ value: top, label: t('All files') }]), ...places]}
        value={target}
        onChange={setTarget}
        nothingFoundMessage={t('No such folder')}
        data-autofocus
      />
    </FormDialog>
  );
}
