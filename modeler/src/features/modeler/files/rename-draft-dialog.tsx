import { saveDraft, type DraftSummary } from '../../../api/drafts';
import { t } from '../../../language/texts';
import { NameDialog } from './name-dialog';

export interface RenameDraftDialogProps {
  readonly draft: DraftSummary;
  readonly onClose: () => void;
}

/** Gives a draft another name. Where somebody saved it meanwhile that is told; the second attempt then goes on top of it. */
export function RenameDraftDialog({ draft, onClose }: RenameDraftDialogProps) {
  const { draftId, name, revision } = draft;
  return (
    <NameDialog
      title={t('Rename “{{name}}”', { name })}
      action={t('Rename')}
      name={name}
      problem={t('{{name}} was not renamed', { name })}
      onName={(next) => saveDraft(draftId, { name: next, revision })}
      onClose={onClose}
    />
  );
}
