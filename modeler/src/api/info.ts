import type { Client } from '@baton/client';
import { queryOptions } from '@tanstack/react-query';
import { request } from './client';

/** What server this is. */
export type ServerInfo = Awaited<ReturnType<Client['webApp']['getServerInfo']>>;

/** Reads the server's name, version and environment tag. */
export function infoQuery() {
  return queryOptions({
    queryKey: ['info'],
    queryFn: ({ signal }) => request<ServerInfo>('/ext/info', { signal }),
    staleTime: 300_000,
  });
}
