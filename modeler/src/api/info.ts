import { queryOptions } from '@tanstack/react-query';
import { request } from './client';

/** What server this is. */
export interface ServerInfo {
  readonly name: string;
  readonly version: string;
  readonly database: 'sqlite' | 'postgresql';
  /** A tag like `production`, shown in the shell; null where none is set. */
  readonly environment: string | null;
  readonly nowMs: number;
  /** How callers say who they are; `none`: they do not have to. */
  readonly login: 'none' | 'password' | 'identity-provider';
  /** Whether everybody sees only what belongs to tenants that they are members of. */
  readonly isMultiTenant: boolean;
}

/** Reads the server's name, version and environment tag. */
export function infoQuery() {
  return queryOptions({
    queryKey: ['info'],
    queryFn: ({ signal }) => request<ServerInfo>('/ext/info', { signal }),
    staleTime: 300_000,
  });
}
