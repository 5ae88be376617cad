import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import type { SearchQuery, SearchResult } from './search';

/** One incident: an instance that cannot go on at one element until somebody helps. */
export interface Incident {
  readonly incidentKey: string;
  readonly processDefinitionId: string;
  readonly processDefinitionKey: string;
  readonly processInstanceKey: string;
  readonly elementId: string;
  readonly elementInstanceKey: string;
  readonly errorType: string;
  readonly errorMessage: string;
  readonly creationTime: string;
  readonly state: string;
  readonly jobKey: string | null;
}

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
