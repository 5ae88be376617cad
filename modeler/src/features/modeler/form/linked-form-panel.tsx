import { lazy, Suspense } from 'react';
import { t } from '../../../language/texts';
import { ProblemNotice } from '../../../ui/problem-notice';
import { Skeleton } from '../../../ui/skeleton';
import { useOpenedDraft } from '../saving/use-opened-draft';

const FormEditor = lazy(() => import('./form-editor').then((module) => ({ default: module.FormEditor })));

/** The form editor over the canvas, for the form that an element links to. */
export function LinkedFormPanel({ draftId, onClose }: { readonly draftId: string; readonly onClose: () => void }) {
  const { opening, reload } = useOpenedDraft(draftId);
  if (opening.kind === 'failed') {
    return (
      <ProblemNotice title={t('The form could not be opened')} error={opening.error} onRetry={() => void reload()} />
    );
  }
  const waiting = <Skeleton height="100%" aria-busy="true" />;
  if (opening.kind === 'loading') return waiting;
  return (
    <Suspense fallback={waiting}>
      <FormEditor
        key={opening.generation}
        opened={opening.opened}
        onLoadTheirs={() => void reload()}
        onClose={onClose}
      />
    </Suspense>
  );
}
