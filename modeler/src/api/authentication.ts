import type { Client } from '@baton/client';
import { queryOptions } from '@tanstack/react-query';
import { request } from './client';

/** Who is signed in, and what of the web app they may use. */
export type Me = Awaited<ReturnType<Client['identity']['getAuthentication']>>;

export const meKey = 'me';

/** Reads who is signed in; a 401 means nobody. */
export function meQuery() {
  return queryOptions({
    queryKey: [meKey],
    queryFn: ({ signal }) => request<Me>('/v2/authentication/me', { signal }),
    staleTime: 300_000,
  });
}

/** Whether somebody may use a part of the web app. */
export function mayUse({ authorizedComponents }: Me, component: string): boolean {
  return authorizedComponents.includes('*') || authorizedComponents.includes(component);
}

export function signIn(username: string, password: string): Promise<void> {
  return request('/ext/authentication/login', { method: 'POST', body: { username, password } });
}

export function signOut(): Promise<void> {
  return request('/ext/authentication/logout', { method: 'POST', body: {} });
}

export function changeOwnPassword(currentPassword: string, newPassword: string): Promise<void> {
  return request('/ext/authentication/password', { method: 'POST', body: { currentPassword, newPassword } });
}
