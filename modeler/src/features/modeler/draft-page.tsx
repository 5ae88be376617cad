import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { draftsQuery } from '../../api/drafts';
import { ProblemError } from '../../api/problem-error';
import { t } from '../../language/texts';
import { LinkButton } from '../../shared/link/link-button';
import { usePageTitle } from '../../shared/page/page-title';
import { EmptyState } from '../../ui/empty-state';
import { IconSchema } from '../../ui/icons';
import { Page } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { Skeleton } from '../../ui/skeleton';
import { DraftFrame } from './frame/draft-frame';
import type { OpenedDraft } from './saving/open-draft';
import { useOpenedDraft } from './saving/use-opened-draft';
import { usePresence, type Presence } from './together/use-presence';
import parts from './parts/parts.module.css';

const editors = {
  bpmn: () => import('./bpmn/bpmn-editor'),
  form: () => import('./form/form-editor'),
  dmn: () => import('./dmn/dmn-editor'),
} as const;
const BpmnEditor = lazy(() => editors.bpmn().then((module) => ({ default: module.BpmnEditor })));
const FormEditor = lazy(() => editors.form().then((module) => ({ default: module.FormEditor })));
const DmnEditor = lazy(() => editors.dmn().then((module) => ({ default: module.DmnEditor })));

const route = getRouteApi('/modeler/$draftId');

/** One draft in the editor of its kind. */
export function DraftPage() {
  const { draftId } = route.useParams();
  // A new draft is a new page: no editor state may leak from one to the next.
  return <OpenedDraftPage key={draftId} draftId={draftId} />;
}

function OpenedDraftPage({ draftId }: { readonly draftId: string }) {
  useEarlyEditor(draftId);
  const { opening, reload } = useOpenedDraft(draftId);
  const load = useCallback(() => void reload(), [reload]);
  const presence = usePresence(draftId, load);
  if (opening.kind === 'loading' || (opening.kind === 'open' && presence.mode === 'asking')) return <EditorSkeleton />;
  if (opening.kind === 'failed') {
    const isGone = opening.error instanceof ProblemError && opening.error.status === 404;
    return (
      <Page>
        {isGone ? (
          <EmptyState
            icon={<IconSchema size={32} />}
            title={t('There is no such draft')}
            hint={t('It may have been deleted. Processes that were deployed from it go on running.')}
          >
            <LinkButton to="/modeler">{t('All drafts')}</LinkButton>
          </EmptyState>
        ) : (
          <ProblemNotice
            title={t('The draft could not be opened')}
            error={opening.error}
            onRetry={() => void reload()}
          />
        )}
      </Page>
    );
  }
  return <DraftEditor key={opening.generation} opened={opening.opened} presence={presence} onLoadTheirs={load} />;
}

/** Loads the editor while the draft is read. Of what kind a draft is says the list, where it was seen; else it is most likely a process. */
function useEarlyEditor(draftId: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    const seen = queries.getQueryData(draftsQuery().queryKey)?.find((draft) => draft.draftId === draftId);
    // Whoever shows the editor tells when it cannot be loaded.
    editors[seen?.kind ?? 'bpmn']().catch(() => undefined);
  }, [queries, draftId]);
}

interface DraftEditorProps {
  readonly opened: OpenedDraft;
  readonly presence: Presence;
  readonly onLoadTheirs: () => void;
}

function DraftEditor({ opened, presence, onLoadTheirs }: DraftEditorProps) {
  const [name, setName] = useState(opened.draft.name);
  usePageTitle(name);
  const rename = (next: string) => {
    setName(next);
    opened.saver.change({ name: next });
  };
  return (
    <DraftFrame opened={opened} presence={presence} onReload={onLoadTheirs}>
      <Suspense fallback={<EditorSkeleton />}>
        {opened.draft.kind === 'bpmn' ? (
          <BpmnEditor opened={opened} name={name} onRename={rename} onLoadTheirs={onLoadTheirs} />
        ) : opened.draft.kind === 'form' ? (
          <FormEditor opened={opened} onRename={setName} onLoadTheirs={onLoadTheirs} />
        ) : (
          <DmnEditor opened={opened} name={name} onRename={rename} onLoadTheirs={onLoadTheirs} />
        )}
      </Suspense>
    </DraftFrame>
  );
}

function EditorSkeleton() {
  return (
    <div className={parts['editor']} aria-busy="true" aria-label={t('Opening the draft')}>
      <div className={parts['toolbar']}>
        <Skeleton height={18} width={160} />
      </div>
      <div style={{ padding: 16 }}>
        <Skeleton height={280} width={48} />
      </div>
    </div>
  );
}
