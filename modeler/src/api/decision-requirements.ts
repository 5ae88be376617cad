import type { DecisionRequirements } from '@baton/client';
import { queryOptions } from '@tanstack/react-query';
import { request, requestText } from './client';
import type { SearchResult } from './search';

const pathOf = (decisionRequirementsKey: string) => `/v2/decision-requirements/${decisionRequirementsKey}`;

/** All versions of deployed DMN files, the newest first. */
export function decisionRequirementsQuery() {
  return queryOptions({
    queryKey: ['process-definitions', 'decision-requirements'],
    queryFn: async ({ signal }) =>
      (
        await request<SearchResult<DecisionRequirements>>('/v2/decision-requirements/search', {
          method: 'POST',
          body: { sort: [{ field: 'version', order: 'DESC' }], page: { limit: 500 } },
          signal,
        })
      ).items,
  });
}

/** Reads a deployed DMN file; it never changes. */
export function readDecisionRequirements(
  decisionRequirementsKey: string,
  signal?: AbortSignal,
): Promise<DecisionRequirements> {
  return request(pathOf(decisionRequirementsKey), signal === undefined ? {} : { signal });
}

/** Reads the DMN of a deployed file as it was deployed. */
export function readDecisionXml(decisionRequirementsKey: string, signal?: AbortSignal): Promise<string> {
  return requestText(`${pathOf(decisionRequirementsKey)}/xml`, signal === undefined ? {} : { signal });
}
