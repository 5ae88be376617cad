import type { ProcessDefinition } from '@baton/client';
import { queryOptions } from '@tanstack/react-query';
import { request, requestText } from './client';
import type { FormDocument } from './forms';
import type { SearchQuery, SearchResult } from './search';

export type { ProcessDefinition };

/** Lists process definitions; `filter: { isLatestVersion: true }` gives one item per process. */
export function processDefinitionsQuery(search: SearchQuery = {}) {
  return queryOptions({
    queryKey: ['process-definitions', 'search', search],
    queryFn: ({ signal }) =>
      request<SearchResult<ProcessDefinition>>('/v2/process-definitions/search', {
        method: 'POST',
        body: search,
        signal,
      }),
  });
}

/** The newest version of every deployed process, by name. */
export function latestProcessDefinitionsQuery() {
  return processDefinitionsQuery({
    filter: { isLatestVersion: true },
    sort: [{ field: 'name' }],
    page: { limit: 500 },
  });
}

/** Reads one process definition. */
export function processDefinitionQuery(processDefinitionKey: string) {
  return queryOptions({
    queryKey: ['process-definitions', 'one', processDefinitionKey],
    queryFn: ({ signal }) => request<ProcessDefinition>(`/v2/process-definitions/${processDefinitionKey}`, { signal }),
    staleTime: Infinity,
  });
}

/** Reads the BPMN XML of a version; it never changes. */
export function processDefinitionXmlQuery(processDefinitionKey: string) {
  return queryOptions({
    queryKey: ['process-definition-xml', processDefinitionKey],
    queryFn: ({ signal }) => requestText(`/v2/process-definitions/${processDefinitionKey}/xml`, { signal }),
    staleTime: Infinity,
  });
}

/** Reads the start form of a process, or null where it has none. */
export function startFormQuery(processDefinitionKey: string) {
  return queryOptions({
    queryKey: ['process-definitions', 'form', processDefinitionKey],
    queryFn: async ({ signal }) =>
      (await request<FormDocument | undefined>(`/v2/process-definitions/${processDefinitionKey}/form`, { signal })) ??
      null,
    staleTime: Infinity,
  });
}
