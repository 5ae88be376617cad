import type { ElementStatistics as ElementStatistic } from '@baton/client';
import { queryOptions } from '@tanstack/react-query';
import { request } from './client';

export type { ElementStatistic };

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
