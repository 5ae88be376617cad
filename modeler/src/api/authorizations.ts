import { request } from './client';
import { infiniteSearch } from './infinite-search';
import { identityTopic } from './users';

/** What somebody may do with a resource. */
export interface Authorization {
  readonly authorizationKey: string;
  readonly ownerType: string;
  readonly ownerId: string;
  readonly resourceType: string;
  readonly resourceId: string | null;
  readonly resourcePropertyName: string | null;
  readonly permissionTypes: readonly string[];
}
export type WantedAuthorization = Omit<Authorization, 'authorizationKey'>;

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
