import type { DraftSummary } from '../../../api/drafts';
import type { Folder } from '../../../api/folders';

/** The folders right inside one; null for the projects. A folder whose parent is gone is at the top. */
export function foldersIn(all: readonly Folder[], parentId: string | null): readonly Folder[] {
  return all.filter((folder) => placeOf(all, folder.parentId) === parentId);
}

/** The drafts right inside a folder; null for those at the top. A draft whose folder is gone is there, too. */
export function draftsIn(
  all: readonly Folder[],
  drafts: readonly DraftSummary[],
  folderId: string | null,
): readonly DraftSummary[] {
  return drafts.filter((draft) => placeOf(all, draft.folderId) === folderId);
}

function placeOf(all: readonly Folder[], id: string | null): string | null {
  return id !== null && all.some(({ folderId }) => folderId === id) ? id : null;
}

/** The folders from the top down to one; empty for the top. */
export function pathTo(all: readonly Folder[], folderId: string | null): readonly Folder[] {
  const path: Folder[] = [];
  let at = all.find((folder) => folder.folderId === folderId);
  // A circle cannot be made; should there be one all the same, this ends.
  while (at !== undefined && !path.includes(at)) {
    path.unshift(at);
    const { parentId } = at;
    at = all.find((folder) => folder.folderId === parentId);
  }
  return path;
}

/** Whether a folder is another one, or somewhere inside it. */
export function isWithin(all: readonly Folder[], folderId: string | null, outerId: string): boolean {
  return pathTo(all, folderId).some((folder) => folder.folderId === outerId);
}

/** How a folder is called with those around it, for a list of all. */
export function pathName(all: readonly Folder[], folderId: string): string {
  return pathTo(all, folderId)
    .map(({ name }) => name)
    .join(' / ');
}

/** How much is in a folder and all folders in it. */
export function countWithin(
  all: readonly Folder[],
  drafts: readonly DraftSummary[],
  folderId: string,
): { readonly folders: number; readonly drafts: number } {
  return {
    folders: all.filter((folder) => folder.folderId !== folderId && isWithin(all, folder.folderId, folderId)).length,
    drafts: drafts.filter((draft) => draft.folderId !== null && isWithin(all, draft.folderId, folderId)).length,
  };
}
