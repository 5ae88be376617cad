import type { DraftComment, Person } from '@baton/client';
import { queryOptions } from '@tanstack/react-query';
import { currentUser } from '../shared/user/current-user';
import { request } from './client';

export type { DraftComment, Person };

/** The longest text of a comment, UTF-16 code units. */
export const maxCommentLength = 4_000;

interface Listed<Item> {
  readonly items: readonly Item[];
}

const pathOf = (draftId: string) => `/ext/drafts/${encodeURIComponent(draftId)}`;

/** All comments of a draft, the oldest first. */
export function commentsQuery(draftId: string) {
  return queryOptions({
    queryKey: ['draft-comments', draftId],
    queryFn: async ({ signal }) =>
      (await request<Listed<DraftComment>>(`${pathOf(draftId)}/comments`, { signal })).items,
  });
}

/** Users who can be mentioned in a comment on a draft and have `part` in their username or name. */
export function peopleQuery(draftId: string, part: string) {
  return queryOptions({
    queryKey: ['draft-people', draftId, part],
    queryFn: async ({ signal }) =>
      (await request<Listed<Person>>(`${pathOf(draftId)}/people?q=${encodeURIComponent(part)}`, { signal })).items,
    staleTime: 60_000,
  });
}

export interface NewComment {
  readonly text: string;
  /** Null: about the file as a whole. */
  readonly elementId: string | null;
  readonly elementName: string | null;
  /** A comment of the thread that it belongs to; null where it begins one. */
  readonly replyTo: string | null;
}

export function addComment(draftId: string, comment: NewComment): Promise<DraftComment> {
  return request(`${pathOf(draftId)}/comments`, { method: 'POST', body: { ...comment, author: currentUser() } });
}

/** Changes the text of a comment, or resolves its thread or opens it again. */
export function changeComment(
  commentKey: string,
  change: { readonly text: string } | { readonly isResolved: boolean },
): Promise<DraftComment> {
  return request(`/ext/draft-comments/${commentKey}`, { method: 'PATCH', body: { ...change, author: currentUser() } });
}

export function deleteComment(commentKey: string): Promise<void> {
  return request(`/ext/draft-comments/${commentKey}`, { method: 'DELETE' });
}
