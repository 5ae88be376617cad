import type { Overview } from '@baton/client';
import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import { summaryKey } from './topics';

export type { Overview };

/** Counts what runs; `mine` counts the open tasks of `assignee`. */
export function overviewQuery(assignee: string) {
  return queryOptions({
    queryKey: [summaryKey, assignee],
    queryFn: ({ signal }) => request<Overview>(`/ext/overview?assignee=${encodeURIComponent(assignee)}`, { signal }),
  });
}
