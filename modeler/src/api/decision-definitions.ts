import type { DecisionDefinition } from '@baton/client';
import { request, requestText } from './client';
import type { SearchResult } from './search';

/** The DMN file of the newest deployed version of a decision; null where no decision of that id is deployed. */
export async function readDeployedDecision(decisionId: string): Promise<string | null> {
  const { items } = await request<SearchResult<DecisionDefinition>>('/v2/decision-definitions/search', {
    method: 'POST',
    body: { filter: { decisionDefinitionId: decisionId, isLatestVersion: true }, page: { limit: 1 } },
  });
  const [latest] = items;
  return latest === undefined
    ? null
    : requestText(`/v2/decision-definitions/${encodeURIComponent(latest.decisionDefinitionKey)}/xml`);
}
