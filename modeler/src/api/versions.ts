import type { Draft, DraftVersion, DraftVersionSummary } from '@baton/client';
import { queryOptions } from '@tanstack/react-query';
import { currentUser } from '../shared/user/current-user';
import { request } from './client';

export type { DraftVersion, DraftVersionSummary };

const pathOf = (draftId: string, versionId?: string) =>
  `/ext/drafts/${encodeURIComponent(draftId)}/versions${versionId === undefined ? '' : `/${encodeURIComponent(versionId)}`}`;

/** The versions of a draft, the newest first. Refreshed with the drafts. */
export function versionsQuery(draftId: string) {
  return queryOptions({
    queryKey: ['drafts', 'versions', draftId],
    queryFn: async ({ signal }) =>
      (await request<{ readonly items: readonly DraftVersionSummary[] }>(pathOf(draftId), { signal })).items,
  });
}

/** One version with its content, which never changes. */
export function versionQuery(draftId: string, versionId: string) {
  return queryOptions({
    queryKey: ['draft-version', draftId, versionId],
    queryFn: ({ signal }) => request<DraftVersion>(pathOf(draftId, versionId), { signal }),
    staleTime: 60_000,
  });
}

/** Keeps the present state of a draft: under a name, or because of what happens to it. */
export function createVersion(
  draftId: string,
  version:
    | { readonly name: string; readonly description: string | null }
    | { readonly reason: 'deployed'; readonly description: string | null },
): Promise<DraftVersionSummary> {
  return request(pathOf(draftId), { method: 'POST', body: { ...version, author: currentUser() } });
}

/** Names or describes a version. One with a name is kept, however many others there are. */
export function describeVersion(
  draftId: string,
  versionId: string,
  words: { readonly name: string; readonly description: string | null },
): Promise<DraftVersionSummary> {
  return request(pathOf(draftId, versionId), { method: 'PATCH', body: words });
}

export function deleteVersion(draftId: string, versionId: string): Promise<void> {
  return request(pathOf(draftId, versionId), { method: 'DELETE' });
}

/**
 * Gives a draft the content of a version; what it had becomes a version.
 *
 * @throws {ProblemError} 409 when somebody saved after `revision`
 */
export function restoreVersion(draftId: string, versionId: string, revision: number): Promise<Draft> {
  const body = { revision, author: currentUser() };
  return request(`${pathOf(draftId, versionId)}/restoration`, { method: 'POST', body });
}
