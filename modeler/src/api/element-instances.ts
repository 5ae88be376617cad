import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import type { SearchQuery, SearchResult } from './search';

/** One element instance: a place in the diagram that an instance entered. */
export interface ElementInstance {
  readonly elementInstanceKey: string;
  readonly processInstanceKey: string;
  readonly processDefinitionKey: string;
  readonly processDefinitionId: string;
  readonly elementId: string;
  readonly elementName: string | null;
  readonly type: string;
  readonly state: 'ACTIVE' | 'COMPLETED' | 'TERMINATED';
  readonly hasIncident: boolean;
  readonly incidentKey: string | null;
  readonly startDate: string;
  readonly endDate: string | null;
}

/** Lists element instances. */
export function elementInstancesQuery(search: SearchQuery = {}) {
  return queryOptions({
    queryKey: ['element-instances', 'search', search],
    queryFn: ({ signal }) =>
      request<SearchResult<ElementInstance>>('/v2/element-instances/search', { method: 'POST', body: search, signal }),
  });
}
