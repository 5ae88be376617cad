import { queryOptions } from '@tanstack/react-query';
import { infiniteSearch, containsPattern } from './infinite-search';
import { request } from './client';

/** A user of this server. */
export interface User {
  readonly username: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly isEnabled: boolean;
}

export const identityTopic = 'identity';

/** Users whose name contains `words`. */
export function usersQuery(words: string) {
  const filter = words === '' ? {} : { username: { $like: containsPattern(words) } };
  return infiniteSearch<User>(identityTopic, '/ext/users/search', { filter, sort: [{ field: 'username' }] });
}

export interface UserInput {
  readonly name: string | null;
  readonly email: string | null;
  /** Left out where it stays. */
  readonly password?: string;
}

export function createUser(username: string, input: UserInput): Promise<void> {
  return request('/v2/users', { method: 'POST', body: { username, ...input } });
}
export function updateUser(username: string, input: UserInput): Promise<void> {
  return request(`/v2/users/${encodeURIComponent(username)}`, { method: 'PUT', body: input });
}
export function enableUser(username: string, isEnabled: boolean): Promise<void> {
  return request(`/ext/users/${encodeURIComponent(username)}/enabled`, { method: 'PUT', body: { isEnabled } });
}
/** What a user was put into, by the ids. */
export interface UserMemberships {
  readonly groups: readonly string[];
  readonly roles: readonly string[];
}

export function membershipsQuery(username: string) {
  return queryOptions({
    queryKey: [identityTopic, 'memberships', username],
    queryFn: ({ signal }) =>
      request<UserMemberships>(`/ext/users/${encodeURIComponent(username)}/memberships`, { signal }),
  });
}

/** Puts a user into what is new among the wanted groups and roles, and takes them out of what is no longer wanted. */
export async function changeMemberships(username: string, before: UserMemberships, wanted: UserMemberships) {
  for (const kind of ['groups', 'roles'] as const) {
    const change = (ids: readonly string[], method: 'PUT' | 'DELETE') =>
      Promise.all(
        ids.map((id) =>
          request(`/v2/${kind}/${encodeURIComponent(id)}/users/${encodeURIComponent(username)}`, { method }),
        ),
      );
    await change(
      wanted[kind].filter((id) => !before[kind].includes(id)),
      'PUT',
    );
    await change(
      before[kind].filter((id) => !wanted[kind].includes(id)),
      'DELETE',
    );
  }
}
export function deleteUser(username: string): Promise<void> {
  return request(`/v2/users/${encodeURIComponent(username)}`, { method: 'DELETE' });
}
