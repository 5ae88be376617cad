import type { DraftFolder as Folder } from '@baton/client';
import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import { currentTenant } from './tenant';

export type { Folder };

/** All folders of drafts, by name. Refreshed with the drafts. */
export function foldersQuery() {
  return queryOptions({
    queryKey: ['drafts', 'folders'],
    queryFn: async ({ signal }) =>
      (await request<{ readonly items: readonly Folder[] }>('/ext/folders', { signal })).items,
  });
}

/** Makes a folder inside another one, or at the top (null). */
export function createFolder(name: string, parentId: string | null): Promise<Folder> {
  return request('/ext/folders', { method: 'POST', body: { name, parentId, tenantId: currentTenant() } });
}

/** Renames or moves a folder. */
export function changeFolder(
  folderId: string,
  change: { readonly name?: string; readonly parentId?: string | null },
): Promise<Folder> {
  return request(`/ext/folders/${encodeURIComponent(folderId)}`, { method: 'PATCH', body: change });
}

/**
 * Deletes a folder with all that is in it.
 *
 * @throws {ProblemError} 409 when there is something else in it than `seen`
 */
export function deleteFolder(
  folderId: string,
  seen: { readonly folders: number; readonly drafts: number },
): Promise<void> {
  const path = `/ext/folders/${encodeURIComponent(folderId)}?folders=${seen.folders}&drafts=${seen.drafts}`;
  return request(path, { method: 'DELETE' });
}
