import { searchAll } from '@baton/client';
import type { Client } from '@baton/client';

type Identity = Client['identity'];

interface Named {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
}

/** How members of one type get in and out, and who they are. */
interface Members {
  add(api: Identity, id: string, member: string): Promise<void>;
  remove(api: Identity, id: string, member: string): Promise<void>;
  list(api: Identity, id: string): AsyncIterable<string>;
}

/** What is administered in the same way: its words, and the calls behind them. */
export interface Container {
  readonly noun: 'group' | 'role';
  readonly description: string;
  create(api: Identity, named: Named): Promise<unknown>;
  remove(api: Identity, id: string): Promise<void>;
  list(api: Identity): AsyncIterable<Named>;
  readonly members: Readonly<Record<string, Members>>;
}

async function* mapped<T, R>(items: AsyncIterable<T>, map: (item: T) => R): AsyncGenerator<R, void, undefined> {
  for await (const item of items) yield map(item);
}

/** Groups of users and clients. */
export const group: Container = {
  noun: 'group',
  description: 'Groups of users and clients.',
  create: (api, { id: groupId, name, description }) => api.createGroup({ groupId, name, description }),
  remove: (api, groupId) => api.deleteGroup({ groupId }),
  list: (api) => mapped(searchAll(api.searchGroups), ({ groupId, ...rest }) => ({ id: groupId, ...rest })),
  members: {
    user: {
      add: (api, groupId, username) => api.assignUserToGroup({ groupId, username }),
      remove: (api, groupId, username) => api.unassignUserFromGroup({ groupId, username }),
      list: (api, groupId) => mapped(searchAll(api.searchUsersForGroup, { groupId }), ({ username }) => username),
    },
    client: {
      add: (api, groupId, clientId) => api.assignClientToGroup({ groupId, clientId }),
      remove: (api, groupId, clientId) => api.unassignClientFromGroup({ groupId, clientId }),
      list: (api, groupId) => mapped(searchAll(api.searchClientsForGroup, { groupId }), ({ clientId }) => clientId),
    },
  },
};

/** Roles of users, clients and groups. */
export const role: Container = {
  noun: 'role',
  description: 'Roles, which users, clients and groups have.',
  create: (api, { id: roleId, name, description }) => api.createRole({ roleId, name, description }),
  remove: (api, roleId) => api.deleteRole({ roleId }),
  list: (api) => mapped(searchAll(api.searchRoles), ({ roleId, ...rest }) => ({ id: roleId, ...rest })),
  members: {
    user: {
      add: (api, roleId, username) => api.assignRoleToUser({ roleId, username }),
      remove: (api, roleId, username) => api.unassignRoleFromUser({ roleId, username }),
      list: (api, roleId) => mapped(searchAll(api.searchUsersForRole, { roleId }), ({ username }) => username),
    },
    client: {
      add: (api, roleId, clientId) => api.assignRoleToClient({ roleId, clientId }),
      remove: (api, roleId, clientId) => api.unassignRoleFromClient({ roleId, clientId }),
      list: (api, roleId) => mapped(searchAll(api.searchClientsForRole, { roleId }), ({ clientId }) => clientId),
    },
    group: {
      add: (api, roleId, groupId) => api.assignRoleToGroup({ roleId, groupId }),
      remove: (api, roleId, groupId) => api.unassignRoleFromGroup({ roleId, groupId }),
      list: (api, roleId) => mapped(searchAll(api.searchGroupsForRole, { roleId }), ({ groupId }) => groupId),
    },
  },
};
