import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { deleteDraft, draftsQuery, type DraftKind, type DraftSummary } from '../../api/drafts';
import { createDecisionDraft, createFormDraft, createProcessDraft } from '../../shared/drafts/create-draft';
import { openFileChooser } from '../../shared/drafts/import-files';
import { usePageTitle } from '../../shared/page/page-title';
import { Button } from '../../ui/button';
import { confirm } from '../../ui/confirm';
import { EmptyState } from '../../ui/empty-state';
import { IconButton } from '../../ui/icon-button';
import { IconForms, IconPlus, IconSchema, IconSearch, IconTable, IconTrash, IconUpload } from '../../ui/icons';
import { Page } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { RelativeTime } from '../../ui/relative-time';
import { SegmentedControl } from '../../ui/segmented-control';
import { Skeleton } from '../../ui/skeleton';
import { Stack } from '../../ui/stack';
import { TextInput } from '../../ui/text-input';
import { toastProblem } from '../../ui/toast';
import { indexedPendingStore } from './saving/pending-store';
import classes from './drafts-page.module.css';

const route = getRouteApi('/modeler');
const kinds = {
  bpmn: { word: 'Process', icon: IconSchema },
  form: { word: 'Form', icon: IconForms },
  dmn: { word: 'Decision', icon: IconTable },
} as const;

function matches({ name, resourceId }: DraftSummary, words: string): boolean {
  const text = `${name} ${resourceId ?? ''}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** All drafts: processes, forms and decisions that are being worked on. */
export function DraftsPage() {
  usePageTitle('Modeler');
  const search = route.useSearch();
  const navigate = useNavigate();
  const drafts = useQuery(draftsQuery());
  const shown = (drafts.data ?? []).filter(
    (draft) => (search.kind === undefined || draft.kind === search.kind) && matches(draft, search.q ?? ''),
  );
  const setSearch = (next: { kind?: DraftKind | undefined; q?: string | undefined }) =>
    void navigate({
      to: '/modeler',
      search: (before) => ({ ...before, ...next }),
      replace: true,
    });

  return (
    <Page>
      <div className={classes['head']}>
        <h1>Modeler</h1>
        <Button variant="default" leftSection={<IconUpload size={15} />} onClick={() => openFileChooser(navigate)}>
          Open file
        </Button>
        <Button
          variant="default"
          leftSection={<IconTable size={15} />}
          onClick={() => void createDecisionDraft(navigate)}
        >
          New decision
        </Button>
        <Button variant="default" leftSection={<IconForms size={15} />} onClick={() => void createFormDraft(navigate)}>
          New form
        </Button>
        <Button leftSection={<IconPlus size={15} />} onClick={() => void createProcessDraft(navigate)}>
          New process
        </Button>
      </div>
      <div className={classes['filters']}>
        <TextInput
          aria-label="Search drafts"
          placeholder="Search by name or id"
          leftSection={<IconSearch size={14} />}
          w={240}
          value={search.q ?? ''}
          onChange={(event) => setSearch({ q: event.currentTarget.value || undefined })}
        />
        <SegmentedControl
          aria-label="Kind of draft"
          value={search.kind ?? 'all'}
          onChange={(kind) => setSearch({ kind: kind === 'all' ? undefined : kind })}
          data={[
            { value: 'all', label: 'All' },
            { value: 'bpmn', label: 'Processes' },
            { value: 'form', label: 'Forms' },
            { value: 'dmn', label: 'Decisions' },
          ]}
        />
      </div>
      {drafts.isError ? (
        <ProblemNotice
          title="The drafts could not be read"
          error={drafts.error}
          onRetry={() => void drafts.refetch()}
        />
      ) : drafts.isPending ? (
        <Stack gap={6} aria-busy="true">
          {[0, 1, 2, 3].map((line) => (
            <Skeleton key={line} height={40} />
          ))}
        </Stack>
      ) : shown.length > 0 ? (
        <ul className={classes['list']} aria-label="Drafts">
          {shown.map((draft) => (
            <DraftRow key={draft.draftId} draft={draft} />
          ))}
        </ul>
      ) : drafts.data.length > 0 ? (
        <EmptyState icon={<IconSearch size={30} />} title="No draft fits" hint="Try other words or another kind.">
          <Button variant="default" onClick={() => setSearch({ q: undefined, kind: undefined })}>
            Show all drafts
          </Button>
        </EmptyState>
      ) : (
        <EmptyState
          icon={<IconSchema size={30} />}
          title="No drafts yet"
          hint="Drafts are processes, forms and decisions that you work on. They are saved as you draw and run only once deployed. Draw one, or drop a .bpmn file anywhere."
        >
          <Button variant="default" onClick={() => openFileChooser(navigate)}>
            Open file
          </Button>
          <Button onClick={() => void createProcessDraft(navigate)}>New process</Button>
        </EmptyState>
      )}
    </Page>
  );
}

function DraftRow({ draft }: { readonly draft: DraftSummary }) {
  const queries = useQueryClient();
  const { word, icon: Icon } = kinds[draft.kind];
  const remove = async () => {
    const isSure = await confirm({
      title: `Delete “${draft.name}”?`,
      message:
        'The draft is deleted for everybody and cannot be brought back. What was deployed from it goes on running.',
      action: 'Delete draft',
    });
    if (!isSure) return;
    try {
      await deleteDraft(draft.draftId);
      await indexedPendingStore.removeDraft(draft.draftId).catch(() => undefined);
    } catch (error) {
      toastProblem(error, 'The draft was not deleted');
    }
    await queries.invalidateQueries({ queryKey: ['drafts'] });
  };
  return (
    <li className={classes['row']}>
      <Link to="/modeler/$draftId" params={{ draftId: draft.draftId }} className={classes['open']}>
        <Icon size={17} aria-hidden />
        <span className={classes['name']}>{draft.name}</span>
        <span className={classes['id']}>{draft.resourceId ?? ''}</span>
        <span className={classes['kind']}>{word}</span>
        <span className={classes['when']}>
          <RelativeTime at={draft.updatedAt} />
        </span>
      </Link>
      <span className={classes['tail']}>
        <IconButton label={`Delete ${draft.name}`} size="sm" onClick={() => void remove()}>
          <IconTrash size={15} />
        </IconButton>
      </span>
    </li>
  );
}
