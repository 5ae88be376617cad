import type { Example } from '@baton/client';
import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import type { Deployment } from './deployments';
import { tenantQuery } from './tenant';

export type { Example };

/** The gallery; it changes only with a new version of Baton. */
export function examplesQuery() {
  return queryOptions({
    queryKey: ['examples'],
    queryFn: async ({ signal }) =>
      (await request<{ readonly items: readonly Example[] }>('/ext/examples', { signal })).items,
    staleTime: Infinity,
  });
}

/** Deploys an example with its forms. */
export function deployExample(exampleId: string): Promise<Deployment> {
  return request(`/ext/examples/${encodeURIComponent(exampleId)}/deployment${tenantQuery()}`, {
    method: 'POST',
    body: {},
  });
}
