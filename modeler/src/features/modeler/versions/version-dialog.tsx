import { useState } from 'react';
import { queryClient } from '../../../api/query-client';
import { createVersion, describeVersion, type DraftVersionSummary } from '../../../api/versions';
import { t } from '../../../language/texts';
import { FormDialog } from '../../../ui/form-dialog';
import { Textarea } from '../../../ui/textarea';
import { NameField } from '../../../ui/name-field';
import { toastProblem, toastSuccess } from '../../../ui/toast';

export interface VersionDialogProps {
  readonly draftId: string;
  /** Null saves a new one of the present state. */
  readonly version: DraftVersionSummary | null;
  /** Brings the newest edit to the server. */
  readonly flush: () => Promise<void>;
  readonly onClose: () => void;
}

/** Names the present state, or a version that is there. */
export function VersionDialog({ draftId, version, flush, onClose }: VersionDialogProps) {
  const [name, setName] = useState(version?.name ?? '');
  const [description, setDescription] = useState(version?.description ?? '');
  const submit = async () => {
    const words = { name: name.trim(), description: description.trim() || null };
    try {
      if (version === null) {
        await flush();
        await createVersion(draftId, words);
        toastSuccess({ title: t('Version “{{name}}” is saved', { name: words.name }) });
      } else await describeVersion(draftId, version.versionId, words);
      return true;
    } catch (error) {
      toastProblem(error, t('The version was not saved'));
      return false;
    } finally {
      await queryClient.invalidateQueries({ queryKey: ['drafts', 'versions', draftId] });
    }
  };
  return (
    <FormDialog
      title={version === null ? t('Save version') : t('Name this version')}
      action={t('Save')}
      isComplete={name.trim() !== ''}
      onClose={onClose}
      onSubmit={submit}
    >
      <NameField value={name} onChange={setName} />
      <Textarea
        label={t('Description')}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={2_000}
      />
    </FormDialog>
  );
}
