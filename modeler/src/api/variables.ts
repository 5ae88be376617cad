import type { ListedVariable as Variable } from '@baton/client';
import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import type { SearchQuery, SearchResult } from './search';

export type { Variable };

/** Lists variables; long values are cut unless `full`. */
export function variablesQuery(search: SearchQuery = {}, full = false) {
  return queryOptions({
    queryKey: ['variables', 'search', search, full],
    queryFn: ({ signal }) =>
      request<SearchResult<Variable>>(`/v2/variables/search${full ? '?truncateValues=false' : ''}`, {
        method: 'POST',
        body: search,
        signal,
      }),
  });
}

/** Reads one variable with its full value. */
export function variableQuery(variableKey: string) {
  return queryOptions({
    queryKey: ['variables', 'one', variableKey],
    queryFn: ({ signal }) => request<Variable>(`/v2/variables/${variableKey}`, { signal }),
  });
}

/** Sets variables at a scope (an element instance or process instance); `local` keeps them from propagating upwards. */
export function setVariables(
  scopeKey: string,
  variables: Readonly<Record<string, unknown>>,
  local = true,
): Promise<void> {
  return request(`/v2/element-instances/${scopeKey}/variables`, { method: 'PUT', body: { variables, local } });
}
