import { queryOptions } from '@tanstack/react-query';
import { request } from './client';

/** How many tokens and incidents are at one element, over many instances. */
export interface ElementStatistic {
  readonly elementId: string;
  readonly active: number;
  readonly canceled: number;
  readonly incidents: number;
  readonly completed: number;
}

/** Counts per element over the instances of one version. */
export function elementStatisticsQuery(processDefinitionKey: string) {
  return queryOptions({
    queryKey: ['element-instances', 'statistics', processDefinitionKey],
    queryFn: async ({ signal }) =>
      (
        await request<{ readonly items: readonly ElementStatistic[] }>(
          `/v2/process-definitions/${processDefinitionKey}/statistics/element-instances`,
          { method: 'POST', body: {}, signal },
        )
      ).items,
  });
}
