import type { DeployedForm, DraftLinks, LinkTarget, ModelUse, ProcessLinks } from '@baton/client';
import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import type { SearchResult } from './search';

export type { DeployedForm, DraftLinks, LinkTarget, ModelUse, ProcessLinks };

/** What elements refer to. */
export type LinkKind = LinkTarget['kind'];

/** A decision that is deployed, as far as it can be linked. */
export interface DeployedDecision {
  readonly decisionDefinitionId: string;
  readonly decisionRequirementsKey: string;
  readonly name: string;
  readonly version: number;
}

interface Items<Item> {
  readonly items: readonly Item[];
}

/** What all drafts have in them and refer to. */
export function draftLinksQuery() {
  return queryOptions({
    queryKey: ['drafts', 'links'],
    queryFn: async ({ signal }) => (await request<Items<DraftLinks>>('/ext/draft-links', { signal })).items,
  });
}

/** What the latest versions of deployed processes refer to. */
export function processLinksQuery() {
  return queryOptions({
    queryKey: ['process-definitions', 'links'],
    queryFn: async ({ signal }) => (await request<Items<ProcessLinks>>('/ext/process-links', { signal })).items,
  });
}

/** The latest versions of deployed forms. */
export function deployedFormsQuery() {
  return queryOptions({
    queryKey: ['process-definitions', 'forms'],
    queryFn: async ({ signal }) => (await request<Items<DeployedForm>>('/ext/forms', { signal })).items,
  });
}

/** The latest versions of deployed decisions. */
export function deployedDecisionsQuery() {
  return queryOptions({
    queryKey: ['process-definitions', 'decisions'],
    queryFn: async ({ signal }) =>
      (
        await request<SearchResult<DeployedDecision>>('/v2/decision-definitions/search', {
          method: 'POST',
          body: { filter: { isLatestVersion: true }, page: { limit: 500 } },
          signal,
        })
      ).items,
  });
}
