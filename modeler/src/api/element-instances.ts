import type { ElementInstance } from '@baton/client';
import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import type { SearchQuery, SearchResult } from './search';

export type { ElementInstance };

/** Lists element instances. */
export function elementInstancesQuery(search: SearchQuery = {}) {
  return queryOptions({
    queryKey: ['element-instances', 'search', search],
    queryFn: ({ signal }) =>
      request<SearchResult<ElementInstance>>('/v2/element-instances/search', { method: 'POST', body: search, signal }),
  });
}
