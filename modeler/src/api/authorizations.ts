import type { Authorization, Client } from '@baton/client';
import { request } from './client';
import { infiniteSearch } from './infinite-search';
import { identityTopic } from './users';

export type { Authorization };

export type WantedAuthorization = Parameters<Client['identity']['createAuthorization']>[0];

export function authorizationsQuery(ownerId: string) {
  const filter = ownerId === '' ? {} : { ownerId };
  return infiniteSearch<Authorization>(identityTopic, '/v2/authorizations/search', {
    filter,
    sort: [{ field: 'ownerType' }, { field: 'ownerId' }, { field: 'resourceType' }],
  });
}
export function createAuthorization(wanted: WantedAuthorization): Promise<void> {
  return request('/v2/authorizations', { method: 'POST', body: wanted });
}
export function deleteAuthorization(authorizationKey: string): Promise<void> {
  return request(`/v2/authorizations/${authorizationKey}`, { method: 'DELETE' });
}
