import type { DraftHit } from '@baton/client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from './client';

export type { DraftHit };
export type DraftHitText = DraftHit['texts'][number];

export interface DraftHits {
  readonly items: readonly DraftHit[];
  /** Whether all drafts were looked into. */
  readonly isComplete: boolean;
}

/** Drafts in which something is found; `words` has at least one. Refreshed with the drafts. */
export function draftHitsQuery(words: string) {
  return queryOptions({
    queryKey: ['drafts', 'hits', words],
    queryFn: ({ signal }) => request<DraftHits>(`/ext/draft-hits?q=${encodeURIComponent(words)}`, { signal }),
    // The list stays while one types on.
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}
