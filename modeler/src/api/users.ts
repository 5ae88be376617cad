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
export function deleteUser(username: string): Promise<void> {
  return request(`/v2/users/${encodeURIComponent(username)}`, { method: 'DELETE' });
}
