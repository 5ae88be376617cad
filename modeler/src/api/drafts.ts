import type { Draft, DraftSummary } from '@baton/client';
import { queryOptions } from '@tanstack/react-query';
import { currentUser } from '../shared/user/current-user';
import { request } from './client';
import { currentTenant } from './tenant';

export type { Draft, DraftSummary };

export type DraftKind = 'bpmn' | 'form' | 'dmn';

/** Lists drafts, newest first. */
export function draftsQuery(kind?: DraftKind) {
  return queryOptions({
    queryKey: ['drafts', 'list', kind ?? 'all'],
    queryFn: async ({ signal }) =>
      (
        await request<{ readonly items: readonly DraftSummary[] }>(
          kind === undefined ? '/ext/drafts' : `/ext/drafts?kind=${kind}`,
          { signal },
        )
      ).items,
  });
}

/** Reads one draft with its content, past any cache: an editor must start from what the server holds now. */
export function readDraft(draftId: string, signal?: AbortSignal): Promise<Draft> {
  return request(`/ext/drafts/${encodeURIComponent(draftId)}`, signal === undefined ? {} : { signal });
}

/** One draft as it was saved last, for those who look on; refreshed with every save. */
export function savedDraftQuery(draftId: string) {
  return queryOptions({
    queryKey: ['drafts', 'content', draftId],
    queryFn: ({ signal }) => readDraft(draftId, signal),
  });
}

/** Stores a new draft; without a folder at the top. */
export function createDraft(
  draft: Pick<Draft, 'name' | 'kind' | 'content'> & Partial<Pick<Draft, 'folderId'>>,
): Promise<Draft> {
  return request('/ext/drafts', {
    method: 'POST',
    body: { ...draft, author: currentUser(), tenantId: currentTenant() },
  });
}

/**
 * Saves a draft on top of `revision`.
 *
 * @throws {ProblemError} 409 when another save came first; `problem.revision` is the newer one
 */
export function saveDraft(
  draftId: string,
  save: { readonly name?: string; readonly content?: string; readonly revision: number },
  keepalive = false,
): Promise<DraftSummary> {
  const body = { ...save, author: currentUser() };
  return request(`/ext/drafts/${encodeURIComponent(draftId)}`, { method: 'PUT', body, keepalive });
}

/** Puts a draft into a folder, or to the top (null); whoever edits it goes on. */
export function moveDraft(draftId: string, folderId: string | null): Promise<DraftSummary> {
  return request(`/ext/drafts/${encodeURIComponent(draftId)}/folder`, { method: 'PUT', body: { folderId } });
}

/** Deletes a draft; this cannot be undone. */
export function deleteDraft(draftId: string): Promise<void> {
  return request(`/ext/drafts/${encodeURIComponent(draftId)}`, { method: 'DELETE' });
}
