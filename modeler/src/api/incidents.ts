import type { Incident } from '@baton/client';
import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import type { SearchQuery, SearchResult } from './search';

export type { Incident };

/** Lists incidents; `filter: { state: 'ACTIVE' }` gives those that still need repair. */
export function incidentsQuery(search: SearchQuery = {}) {
  return queryOptions({
    queryKey: ['incidents', 'search', search],
    queryFn: ({ signal }) =>
      request<SearchResult<Incident>>('/v2/incidents/search', { method: 'POST', body: search, signal }),
  });
}

/** Lists the incidents of one instance and of those that it called. */
export function processInstanceIncidentsQuery(processInstanceKey: string, search: SearchQuery = {}) {
  return queryOptions({
    queryKey: ['incidents', 'process-instance', processInstanceKey, search],
    queryFn: ({ signal }) =>
      request<SearchResult<Incident>>(`/v2/process-instances/${processInstanceKey}/incidents/search`, {
        method: 'POST',
        body: search,
        signal,
      }),
  });
}

/** Tries again what an incident blocks. */
export function resolveIncident(incidentKey: string): Promise<void> {
  return request(`/v2/incidents/${incidentKey}/resolution`, { method: 'POST', body: {} });
}
