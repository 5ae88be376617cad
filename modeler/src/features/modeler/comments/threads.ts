import type { DraftComment } from '../../../api/draft-comments';

/** A comment with its replies, the oldest first. */
export interface CommentThread {
  readonly first: DraftComment;
  readonly replies: readonly DraftComment[];
}

/** Puts comments together to threads; the thread that began last comes first. */
export function threadsOf(comments: readonly DraftComment[]): readonly CommentThread[] {
  const replies = new Map<string, DraftComment[]>();
  for (const comment of comments) {
    if (comment.commentKey === comment.threadKey) continue;
    const known = replies.get(comment.threadKey);
    if (known === undefined) replies.set(comment.threadKey, [comment]);
    else known.push(comment);
  }
  return comments
    .filter(({ commentKey, threadKey }) => commentKey === threadKey)
    .map((first) => ({ first, replies: replies.get(first.commentKey) ?? [] }))
    .reverse();
}

export const isOpen = ({ first }: CommentThread): boolean => first.resolvedAt === null;

/** How many open threads there are about each element. */
export function openByElement(comments: readonly DraftComment[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { commentKey, threadKey, elementId, resolvedAt } of comments)
    if (commentKey === threadKey && elementId !== null && resolvedAt === null)
      counts.set(elementId, (counts.get(elementId) ?? 0) + 1);
  return counts;
}

/** What of the threads is shown. */
export interface ThreadFilter {
  /** Only those about this element; null for all. */
  readonly elementId: string | null;
  readonly withResolved: boolean;
  /** The elements that there are; null where that is not known, and none counts as gone. */
  readonly elements: ReadonlySet<string> | null;
  /** A thread that is shown in any case: somebody came by a link to it. */
  readonly threadKey: string | null;
}

/** The threads to show: those about what is there, and those about elements that are gone. */
export function shownThreads(
  threads: readonly CommentThread[],
  { elementId, withResolved, elements, threadKey }: ThreadFilter,
): { readonly there: readonly CommentThread[]; readonly gone: readonly CommentThread[] } {
  const isWanted = (thread: CommentThread): boolean =>
    thread.first.commentKey === threadKey ||
    ((withResolved || isOpen(thread)) && (elementId === null || thread.first.elementId === elementId));
  const isGone = ({ first }: CommentThread): boolean =>
    first.elementId !== null && elements !== null && !elements.has(first.elementId);
  const wanted = threads.filter(isWanted);
  return { there: wanted.filter((thread) => !isGone(thread)), gone: wanted.filter(isGone) };
}
