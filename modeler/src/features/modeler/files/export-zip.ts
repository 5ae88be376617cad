import { strToU8, zipSync } from 'fflate';
import { readDraft, type DraftSummary } from '../../../api/drafts';
import type { Folder } from '../../../api/folders';
import { t } from '../../../language/texts';
import { fileNameOf } from '../../../shared/drafts/new-documents';
import { toastProblem } from '../../../ui/toast';
import { downloadFile } from '../bpmn/download';
import { isWithin, pathTo } from './folder-tree';

/** Requests to the server at the same time. */
const atOnce = 6;

/** Where each draft goes in the zip of a folder: below the folder's own name, with a number behind what two have in common. */
export function zipPaths(
  folders: readonly Folder[],
  drafts: readonly DraftSummary[],
  folderId: string,
): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  const taken = new Set<string>();
  const depth = pathTo(folders, folderId).length - 1;
  for (const draft of drafts) {
    if (draft.folderId === null || !isWithin(folders, draft.folderId, folderId)) continue;
    const folder = pathTo(folders, draft.folderId)
      .slice(depth)
      .map(({ name }) => `${name}/`)
      .join('');
    const file = fileNameOf(draft.name, draft.kind);
    const [, base = file, ending = ''] = /^(.*)(\.[a-z]+)$/.exec(file) ?? [];
    let path = folder + file;
    // Many file systems take capitals for the same letters.
    for (let n = 2; taken.has(path.toLowerCase()); n += 1) path = `${folder}${base} (${n})${ending}`;
    taken.add(path.toLowerCase());
    paths.set(draft.draftId, path);
  }
  return paths;
}

/** Downloads a folder with all that is in it as a zip. */
export async function downloadFolder(
  folders: readonly Folder[],
  drafts: readonly DraftSummary[],
  folder: Folder,
): Promise<void> {
  try {
    const paths = [...zipPaths(folders, drafts, folder.folderId)];
    const files: Record<string, Uint8Array> = {};
    for (let at = 0; at < paths.length; at += atOnce) {
      const some = paths.slice(at, at + atOnce);
      const contents = await Promise.all(some.map(([draftId]) => readDraft(draftId)));
      contents.forEach(({ content }, index) => {
        const path = some[index]?.[1];
        if (path !== undefined) files[path] = strToU8(content);
      });
    }
    const archive = zipSync(files);
    downloadFile(`${folder.name}.zip`, new Blob([archive], { type: 'application/zip' }));
  } catch (error) {
    toastProblem(error, t('The zip could not be made'));
  }
}
