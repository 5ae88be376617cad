import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { draftsQuery, type DraftKind, type DraftSummary } from '../../api/drafts';
import { foldersQuery } from '../../api/folders';
import { t } from '../../language/texts';
import { createDecisionDraft, createFormDraft, createProcessDraft } from '../../shared/drafts/create-draft';
import { openFileChooser } from '../../shared/drafts/import-files';
import { LinkButton } from '../../shared/link/link-button';
import { usePageTitle } from '../../shared/page/page-title';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import {
  IconFolder,
  IconFolderPlus,
  IconForms,
  IconPlus,
  IconSchema,
  IconSearch,
  IconTable,
  IconUpload,
} from '../../ui/icons';
import { Page } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { SegmentedControl } from '../../ui/segmented-control';
import { Skeleton } from '../../ui/skeleton';
import { Stack } from '../../ui/stack';
import { TextInput } from '../../ui/text-input';
import { DraftRow } from './files/draft-row';
import { FolderNameDialog } from './files/folder-name-dialog';
import { FolderPath } from './files/folder-path';
import { FolderRow } from './files/folder-row';
import { draftsIn, foldersIn, isWithin, pathTo } from './files/folder-tree';
import { FoundInside } from './files/found-inside';
import { useFoundInside } from './files/use-found-inside';
import classes from './files/file-list.module.css';

const route = getRouteApi('/modeler');

function matches({ name, resourceId }: DraftSummary, words: string): boolean {
  const text = `${name} ${resourceId ?? ''}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Processes, forms and decisions that are being worked on, in their folders. */
export function DraftsPage() {
  const { kind, q, folder: folderId = null } = route.useSearch();
  const navigate = useNavigate();
  const drafts = useQuery(draftsQuery());
  const folders = useQuery(foldersQuery());
  const [isNaming, setNaming] = useState(false);
  const allFolders = folders.data ?? [];
  const path = pathTo(allFolders, folderId);
  const title = path.at(-1)?.name ?? t('Modeler');
  usePageTitle(title);

  const isFiltered = kind !== undefined || q !== undefined;
  const inFolder = (drafts.data ?? []).filter(
    (draft) => folderId === null || isWithin(allFolders, draft.folderId, folderId),
  );
  // A search looks into the folders inside as well.
  const shownDrafts = isFiltered
    ? inFolder.filter((draft) => (kind === undefined || draft.kind === kind) && matches(draft, q ?? ''))
    : draftsIn(allFolders, inFolder, folderId);
  const shownFolders = isFiltered ? [] : foldersIn(allFolders, folderId);
  const inside = useFoundInside(q, { kind, folderId, folders: allFolders });
  const setSearch = (next: { kind?: DraftKind | undefined; q?: string | undefined }) =>
    void navigate({ to: '/modeler', search: (before) => ({ ...before, ...next }), replace: true });
  const failed = [drafts, folders].find(({ isError }) => isError);
  const isPending = drafts.isPending || folders.isPending;
  const isGone = !isPending && folderId !== null && path.length === 0;

  return (
    <Page>
      {path.length > 0 && <FolderPath path={path} />}
      <div className={classes['head']}>
        <h1>{title}</h1>
        <Button variant="default" leftSection={<IconFolderPlus size={15} />} onClick={() => setNaming(true)}>
          {folderId === null ? t('New project') : t('New folder')}
        </Button>
        <Button variant="default" leftSection={<IconUpload size={15} />} onClick={() => openFileChooser(navigate)}>
          {t('Open file')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconTable size={15} />}
          onClick={() => void createDecisionDraft(navigate)}
        >
          {t('New decision')}
        </Button>
        <Button variant="default" leftSection={<IconForms size={15} />} onClick={() => void createFormDraft(navigate)}>
          {t('New form')}
        </Button>
        <Button leftSection={<IconPlus size={15} />} onClick={() => void createProcessDraft(navigate)}>
          {t('New process')}
        </Button>
      </div>
      <div className={classes['filters']}>
        <TextInput
          aria-label={t('Search drafts')}
          placeholder={t('Search names and what is inside')}
          leftSection={<IconSearch size={14} />}
          w={280}
          value={q ?? ''}
          onChange={(event) => setSearch({ q: event.currentTarget.value || undefined })}
        />
        <SegmentedControl
          aria-label={t('Kind of draft')}
          value={kind ?? 'all'}
          onChange={(next) => setSearch({ kind: next === 'all' ? undefined : next })}
          data={[
            { value: 'all', label: t('All kinds') },
            { value: 'bpmn', label: t('Processes') },
            { value: 'form', label: t('Forms') },
            { value: 'dmn', label: t('Decisions') },
          ]}
        />
      </div>
      {failed !== undefined ? (
        <ProblemNotice
          title={t('The drafts could not be read')}
          error={failed.error}
          onRetry={() => void Promise.all([drafts.refetch(), folders.refetch()])}
        />
      ) : isPending ? (
        <Stack gap={6} aria-busy="true">
          {[0, 1, 2, 3].map((line) => (
            <Skeleton key={line} height={40} />
          ))}
        </Stack>
      ) : isGone ? (
        <EmptyState
          icon={<IconFolder size={30} />}
          title={t('There is no such folder')}
          hint={t('It may have been deleted, with all that was in it.')}
        >
          <LinkButton to="/modeler">{t('All files')}</LinkButton>
        </EmptyState>
      ) : shownFolders.length > 0 || shownDrafts.length > 0 ? (
        <ul className={classes['list']} aria-label={t('Drafts')}>
          {shownFolders.map((folder) => (
            <FolderRow key={folder.folderId} folder={folder} folders={allFolders} drafts={drafts.data ?? []} />
          ))}
          {shownDrafts.map((draft) => (
            <DraftRow key={draft.draftId} draft={draft} folders={allFolders} showsPlace={isFiltered} />
          ))}
        </ul>
      ) : isFiltered && (inside.isAsking || inside.hits.length > 0) ? null : isFiltered ? (
        <EmptyState
          icon={<IconSearch size={30} />}
          title={t('No draft fits')}
          hint={t('Try other words or another kind.')}
        >
          <Button variant="default" onClick={() => setSearch({ q: undefined, kind: undefined })}>
            {t('Show all drafts')}
          </Button>
        </EmptyState>
      ) : folderId !== null ? (
        <EmptyState
          icon={<IconFolder size={30} />}
          title={t('This folder is empty')}
          hint={t(
            'What you create or open here is kept in it. Drafts from elsewhere are moved here by their menu, or by dragging them onto a folder.',
          )}
        >
          <Button onClick={() => void createProcessDraft(navigate)}>{t('New process')}</Button>
        </EmptyState>
      ) : (
        <EmptyState
          icon={<IconSchema size={30} />}
          title={t('No drafts yet')}
          hint={t(
            'Drafts are processes, forms and decisions that you work on. They are saved as you draw and run only once deployed. Draw one, or drop a .bpmn file anywhere.',
          )}
        >
          <Button variant="default" onClick={() => openFileChooser(navigate)}>
            {t('Open file')}
          </Button>
          <Button onClick={() => void createProcessDraft(navigate)}>{t('New process')}</Button>
        </EmptyState>
      )}
      {inside.hits.length > 0 && <FoundInside {...inside} folders={allFolders} />}
      {isNaming && <FolderNameDialog folder={null} parentId={folderId} onClose={() => setNaming(false)} />}
    </Page>
  );
}
