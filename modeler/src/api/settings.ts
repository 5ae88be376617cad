import { queryOptions } from '@tanstack/react-query';
import { request } from './client';

/** A setting of the server; `value` is null where nothing is set. */
export interface Setting {
  readonly name: string;
  readonly value: string | null;
}

/** The settings in effect, for those who may see them. They change with a restart only. */
export function settingsQuery() {
  return queryOptions({
    queryKey: ['settings'],
    queryFn: async ({ signal }) =>
      (await request<{ readonly items: readonly Setting[] }>('/ext/settings', { signal })).items,
    staleTime: 300_000,
  });
}
