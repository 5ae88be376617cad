import type { UseNavigateResult } from '@tanstack/react-router';
import { createDraft, type Draft } from '../../api/drafts';
import { queryClient } from '../../api/query-client';
import { toastProblem, toastSuccess } from '../../ui/toast';
import { chooseFiles } from '../browser/choose-files';
import { classifyFile } from './classify-file';
import { currentFolder } from './current-folder';
import { decodeText } from './decode-text';
import { openDraft } from './create-draft';

/** What the file chooser offers; `.xml` and `.json` are looked into. */
const accepted = '.bpmn,.bpmn2,.form,.dmn,.xml,.json,.zip';

/** Larger files are refused before they are read (bytes); the server refuses them as well. */
const maxBytes = 10 * 1024 * 1024;

async function importOne(file: File, folderId: string | null): Promise<Draft> {
  if (file.size > maxBytes) {
    throw new Error(`${file.name} has ${Math.round(file.size / 1_048_576)} MB. Expected at most 10 MB.`);
  }
  const content = decodeText(await file.arrayBuffer(), file.name);
  const classified = classifyFile(file.name, content);
  if (classified.kind === null) throw new Error(classified.reason);
  return createDraft({ name: classified.name, kind: classified.kind, content, folderId });
}

/** The drafts of one file: one, or all in a zip. */
async function importFile(file: File, folderId: string | null): Promise<readonly Draft[]> {
  if (!/\.zip$/i.test(file.name)) return [await importOne(file, folderId)];
  // What unpacks it is needed seldom.
  const { importZip } = await import('./zip/import-zip');
  const { drafts, refused } = await importZip(file, folderId);
  if (refused.length > 0)
    toastProblem(refused.slice(0, 5).join(' '), `${refused.length} of the files in ${file.name} were not opened`);
  return drafts;
}

/**
 * Turns files into drafts and opens one of them: the first process, else the first file. Files that cannot be opened are
 * named in a message; the others are imported all the same.
 */
export async function importFiles(files: readonly File[], navigate: UseNavigateResult<string>): Promise<void> {
  const folderId = currentFolder();
  const results = await Promise.allSettled(files.map((file) => importFile(file, folderId)));
  const drafts: Draft[] = [];
  for (const result of results) {
    if (result.status === 'fulfilled') drafts.push(...result.value);
    else toastProblem(result.reason, 'File not opened');
  }
  const opened = drafts.find(({ kind }) => kind === 'bpmn') ?? drafts[0];
  if (opened === undefined) return;
  void queryClient.invalidateQueries({ queryKey: ['drafts'] });
  if (drafts.length > 1) {
    toastSuccess({
      title: `${drafts.length} files are drafts now`,
      message: drafts
        .slice(0, 10)
        .map(({ name }) => name)
        .join(', '),
    });
  }
  // Many files are a project rather than something to work on now.
  if (files.some(({ name }) => /\.zip$/i.test(name))) {
    const { folderId: shown } = opened;
    await navigate({ to: '/modeler', search: shown === null ? {} : { folder: shown } });
    return;
  }
  await openDraft(navigate, opened.draftId);
}

/** Shows the file chooser and imports what is chosen. */
export function openFileChooser(navigate: UseNavigateResult<string>): void {
  void chooseFiles({ accept: accepted, label: 'Open files', multiple: true }).then((files) =>
    importFiles(files, navigate),
  );
}
