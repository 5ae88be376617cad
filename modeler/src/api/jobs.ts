import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import type { SearchQuery, SearchResult } from './search';

/** One job: work that a worker has to do. */
export interface Job {
  readonly jobKey: string;
  readonly type: string;
  readonly worker: string | null;
  readonly state: string;
  readonly kind: string;
  readonly retries: number;
  readonly deadline: string | null;
  readonly errorMessage: string | null;
  readonly errorCode: string | null;
  readonly elementId: string;
  readonly elementInstanceKey: string;
  readonly processInstanceKey: string;
}

/** Lists jobs. */
export function jobsQuery(search: SearchQuery = {}) {
  return queryOptions({
    queryKey: ['jobs', 'search', search],
    queryFn: ({ signal }) => request<SearchResult<Job>>('/v2/jobs/search', { method: 'POST', body: search, signal }),
  });
}

/** Sets how often a job may still be tried. */
export function updateJobRetries(jobKey: string, retries: number): Promise<void> {
  return request(`/v2/jobs/${jobKey}`, { method: 'PATCH', body: { changeset: { retries } } });
}
