import type { Batch } from '../runtime/batch.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Task } from '../runtime/task.ts';
import { countAdministrators } from '../store/operations/count-administrators.ts';
import { findStored } from '../store/operations/find-stored.ts';
import { authorizations } from '../store/tables/authorizations.ts';
import { memberships } from '../store/tables/memberships.ts';
import { roles } from '../store/tables/roles.ts';
import { tenants } from '../store/tables/tenants.ts';
import { users } from '../store/tables/users.ts';
import { defaultTenant } from '../default-tenant.ts';
import type { UserRow } from '../store/tables/users.ts';
import { adminRole, defaultRoles } from './default-roles.ts';

/** Name of the administrator that a server makes when there is none. */
export const firstAdministrator = 'admin';

/** Puts down the default roles and the default tenant with them as its members, once in the life of a database. */
export const addDefaultsTask: Task<null> = {
  name: 'add-default-roles',
  exclusive: true,
  run: async (batch) => {
    const { database, keys } = batch.services;
    if ((await findStored(database, tenants, { tenant_id: defaultTenant })) !== null) return null;
    batch.changes.insert(tenants, { tenant_id: defaultTenant, name: 'Default', description: null });
    for (const { roleId, name, description, grants } of defaultRoles) {
      batch.changes.insert(roles, { role_id: roleId, name, description });
      batch.changes.insert(memberships, {
        container_type: 'TENANT',
        container_id: defaultTenant,
        member_type: 'ROLE',
        member_id: roleId,
      });
      for (const { resourceType, resourceId, property, permissions } of grants)
        batch.changes.insert(authorizations, {
          key: await keys.take(),
          owner_type: 'ROLE',
          owner_id: roleId,
          resource_type: resourceType,
          resource_id: resourceId ?? '',
          property_name: property ?? '',
          permissions: JSON.stringify(permissions),
        });
    }
    return null;
  },
};

/** Makes an administrator with this password where nobody is one; answers whether it did. */
export const addAdministratorTask = (passwordHash: string): Task<boolean> => ({
  name: 'add-administrator',
  exclusive: true,
  run: async (batch) => {
    const { database } = batch.services;
    if ((await countAdministrators(database, adminRole)) > 0) return false;
    if ((await findStored(database, users, { username: firstAdministrator })) === null)
      batch.changes.insert(users, {
        username: firstAdministrator,
        name: 'Administrator',
        email: null,
        password_hash: passwordHash,
        is_enabled: 1,
        created_ms: batch.nowMs,
        updated_ms: batch.nowMs,
      });
    else
      batch.changes.patch(
        users,
        { username: firstAdministrator },
        { password_hash: passwordHash, is_enabled: 1, updated_ms: batch.nowMs },
      );
    await makeAdministrator(batch, firstAdministrator);
    return true;
  },
});

/** Adds a user who is an administrator. Throws FORBIDDEN where there is an administrator, ALREADY_EXISTS where there is such a user. */
export const setUpAdministratorTask = (row: UserRow): Task<null> => ({
  name: 'set-up-administrator',
  exclusive: true,
  run: async (batch) => {
    const { database } = batch.services;
    if ((await countAdministrators(database, adminRole)) > 0)
      throw new Refusal('FORBIDDEN', 'Expected a server without an administrator, but there is one. Ask them.');
    const { username } = row;
    if ((await findStored(database, users, { username })) !== null)
      throw new Refusal('ALREADY_EXISTS', `Expected a new user, but '${username}' exists already.`);
    batch.changes.insert(users, row);
    await makeAdministrator(batch, username);
    return null;
  },
});

/** There is a membership already where an administrator was disabled. */
const makeAdministrator = async (batch: Batch, username: string): Promise<void> => {
  const membership = { container_type: 'ROLE', container_id: adminRole, member_type: 'USER', member_id: username };
  if ((await findStored(batch.services.database, memberships, membership)) === null)
    batch.changes.insert(memberships, membership);
};
