import type { Key } from '@baton/engine';
import { Refusal } from '../runtime/refusal.ts';
import type { Task } from '../runtime/task.ts';
import { findStored } from '../store/operations/find-stored.ts';
import { authorizations } from '../store/tables/authorizations.ts';
import type { AuthorizationRow } from '../store/tables/authorizations.ts';
import { mustHaveOwner } from './must-have.ts';
import type { Permission, ResourceType, TaskProperty } from './permissions.ts';

export const ownerTypes = ['USER', 'CLIENT', 'ROLE', 'GROUP', 'MAPPING_RULE'] as const;
export type OwnerType = (typeof ownerTypes)[number];

/** What is granted to whom: at one resource, at all (`*`), or at user tasks by what somebody is of them. */
export interface WantedAuthorization {
  readonly ownerType: OwnerType;
  readonly ownerId: string;
  readonly resourceType: ResourceType;
  /** Of this and `property` one is null. */
  readonly resourceId: string | null;
  readonly property: TaskProperty | null;
  readonly permissions: readonly Permission[];
}

const rowOf = (key: number, wanted: WantedAuthorization): AuthorizationRow => ({
  key,
  owner_type: wanted.ownerType,
  owner_id: wanted.ownerId,
  resource_type: wanted.resourceType,
  resource_id: wanted.resourceId ?? '',
  property_name: wanted.property ?? '',
  permissions: JSON.stringify(wanted.permissions),
});

/** Grants permissions. Throws NOT_FOUND where the owner is a role, group or mapping rule that does not exist. */
export const createAuthorizationTask = (wanted: WantedAuthorization): Task<AuthorizationRow> => ({
  name: 'create-authorization',
  exclusive: true,
  run: async (batch) => {
    await mustHaveOwner(batch, wanted.ownerType, wanted.ownerId);
    const row = rowOf(await batch.services.keys.take(), wanted);
    batch.changes.insert(authorizations, row);
    return { ...row };
  },
  change: (after) => ({ before: null, after }),
});

/** Replaces a grant. Throws NOT_FOUND where there is none with this key. */
export const updateAuthorizationTask = (
  key: Key,
  wanted: WantedAuthorization,
): Task<{ readonly before: AuthorizationRow; readonly after: AuthorizationRow }> => ({
  name: 'update-authorization',
  exclusive: true,
  run: async (batch) => {
    const before = await findStored(batch.services.database, authorizations, { key });
    if (before === null) throw missing(key);
    await mustHaveOwner(batch, wanted.ownerType, wanted.ownerId);
    const { key: _key, ...set } = rowOf(key, wanted);
    batch.changes.patch(authorizations, { key }, set);
    return { before, after: rowOf(key, wanted) };
  },
  change: (answer) => answer,
});

/** Revokes a grant. Throws NOT_FOUND where there is none with this key. */
export const deleteAuthorizationTask = (key: Key): Task<AuthorizationRow> => ({
  name: 'delete-authorization',
  exclusive: true,
  run: async (batch) => {
    const before = await findStored(batch.services.database, authorizations, { key });
    if (before === null) throw missing(key);
    batch.changes.delete(authorizations, { key });
    return before;
  },
  change: (before) => ({ before, after: null }),
});

const missing = (key: Key): Refusal =>
  new Refusal('NOT_FOUND', `Expected to find authorization '${key}', but no such authorization exists.`);
