import { queryOptions } from '@tanstack/react-query';
import { request } from './client';

/** A kind of resource, and what can be permitted with it. */
export interface Grantable {
  readonly resourceType: string;
  readonly permissionTypes: readonly string[];
  /** What may stand in place of an id of a resource. */
  readonly resourceProperties: readonly string[];
}

/** What there is to grant. It changes with the version of the server only. */
export function permissionsQuery() {
  return queryOptions({
    queryKey: ['permissions'],
    queryFn: async ({ signal }) =>
      (await request<{ readonly items: readonly Grantable[] }>('/ext/permissions', { signal })).items,
    staleTime: Infinity,
  });
}
