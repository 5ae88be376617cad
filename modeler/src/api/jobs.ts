import type { Client } from '@baton/client';
import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import type { SearchQuery, SearchResult } from './search';

/** A job as lists show it. */
export type Job = Awaited<ReturnType<Client['jobs']['searchJobs']>>['items'][number];

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
