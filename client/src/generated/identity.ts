// Made by `npm run client` from the operations of the server; a change by hand is lost. One file per family, however long that becomes.
/* oxlint-disable max-lines */

import type { CallOptions, OperationEntry, Condition } from '../operation-entry.ts';
import type {
  Page,
  Caller,
  Authorization,
  User,
  IssuedApiToken,
  ApiToken,
  ExtendedUser,
  UserMemberships,
  Group,
  Role,
  Tenant,
  MappingRule,
  GrantableList,
  AuditEntry,
  ExtendedAuditEntry,
} from './schemas.ts';

export type GetAuthenticationAnswer = Caller;

export type SearchOwnAuthorizationsInput = {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly ownerId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly ownerType?: Condition<
      'USER' | 'CLIENT' | 'ROLE' | 'GROUP' | 'MAPPING_RULE',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly resourceType?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly resourceIds?: unknown;
    readonly resourcePropertyNames?: unknown;
  };
  readonly sort?: readonly {
    readonly field: 'ownerId' | 'ownerType' | 'resourceId' | 'resourcePropertyName' | 'resourceType';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchOwnAuthorizationsAnswer = {
  readonly authorizationsEnabled: boolean;
  readonly items: readonly Authorization[];
  readonly page: Page;
};

export type SignInInput = {
  readonly username: string;
  readonly password: string;
};

export type SignOutInput = Record<never, never>;

export type ChangeOwnPasswordInput = {
  readonly currentPassword: string;
  readonly newPassword: string;
};

export type CreateAdminUserInput = {
  readonly username: string;
  readonly password: string;
  readonly name?: string | null;
  readonly email?: string | null;
};

export type CreateAdminUserAnswer = User;

export type CreateTokenInput = {
  readonly name: string;
  /** The client that it is for; without, it is for the caller. */
  readonly clientId?: string | null;
  /** What it may at most do of what its owner may; none for no limit. */
  readonly scopes?: readonly string[] | null;
  readonly expiresAt?: string | null;
};

export type CreateTokenAnswer = IssuedApiToken;

export type SearchTokensInput = {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly tokenId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly name?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly ownerType?: Condition<'USER' | 'CLIENT', '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly ownerId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly creationDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly expiresAt?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
  };
  readonly sort?: readonly {
    readonly field: 'name' | 'ownerId' | 'creationDate' | 'expiresAt';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchTokensAnswer = {
  readonly items: readonly ApiToken[];
  readonly page: Page;
};

export type RevokeTokenInput = {
  readonly tokenId: string;
};

export type CreateUserInput = {
  readonly username: string;
  readonly password: string;
  readonly name?: string | null;
  readonly email?: string | null;
};

export type CreateUserAnswer = User;

export type SearchUsersInput = {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly username?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly name?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly email?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field: 'username' | 'name' | 'email';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchUsersAnswer = {
  readonly items: readonly User[];
  readonly page: Page;
};

export type SearchExtendedUsersInput = {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly username?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly name?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly email?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field: 'username' | 'name' | 'email';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchExtendedUsersAnswer = {
  readonly items: readonly ExtendedUser[];
  readonly page: Page;
};

export type GetUserInput = {
  readonly username: string;
};

export type GetUserAnswer = User;

export type UpdateUserInput = {
  readonly username: string;
} & {
  readonly password?: string | null;
  readonly name?: string | null;
  readonly email?: string | null;
};

export type UpdateUserAnswer = User;

export type DeleteUserInput = {
  readonly username: string;
};

export type EnableUserInput = {
  readonly username: string;
} & {
  readonly isEnabled: boolean;
};

export type GetUserMembershipsInput = {
  readonly username: string;
};

export type GetUserMembershipsAnswer = UserMemberships;

export type CreateGroupInput = {
  readonly groupId: string;
  readonly name: string;
  readonly description?: string | null;
};

export type CreateGroupAnswer = Group;

export type SearchGroupsInput = {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly groupId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly name?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field: 'name' | 'groupId';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchGroupsAnswer = {
  readonly items: readonly Group[];
  readonly page: Page;
};

export type GetGroupInput = {
  readonly groupId: string;
};

export type GetGroupAnswer = Group;

export type UpdateGroupInput = {
  readonly groupId: string;
} & {
  readonly name: string;
  readonly description?: string | null;
};

export type UpdateGroupAnswer = Group;

export type DeleteGroupInput = {
  readonly groupId: string;
};

export type CreateRoleInput = {
  readonly roleId: string;
  readonly name: string;
  readonly description?: string | null;
};

export type CreateRoleAnswer = Role;

export type SearchRolesInput = {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly roleId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly name?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field: 'name' | 'roleId';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchRolesAnswer = {
  readonly items: readonly Role[];
  readonly page: Page;
};

export type GetRoleInput = {
  readonly roleId: string;
};

export type GetRoleAnswer = Role;

export type UpdateRoleInput = {
  readonly roleId: string;
} & {
  readonly name: string;
  readonly description?: string | null;
};

export type UpdateRoleAnswer = Role;

export type DeleteRoleInput = {
  readonly roleId: string;
};

export type CreateTenantInput = {
  readonly tenantId: string;
  readonly name: string;
  readonly description?: string | null;
};

export type CreateTenantAnswer = Tenant;

export type SearchTenantsInput = {
  readonly filter?: {
    readonly tenantId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly key?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly name?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field: 'name' | 'tenantId' | 'key';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchTenantsAnswer = {
  readonly items: readonly Tenant[];
  readonly page: Page;
};

export type GetTenantInput = {
  readonly tenantId: string;
};

export type GetTenantAnswer = Tenant;

export type UpdateTenantInput = {
  readonly tenantId: string;
} & {
  readonly name: string;
  readonly description?: string | null;
};

export type UpdateTenantAnswer = Tenant;

export type DeleteTenantInput = {
  readonly tenantId: string;
};

export type CreateMappingRuleInput = {
  readonly mappingRuleId: string;
  readonly claimName: string;
  readonly claimValue: string;
  readonly name: string;
};

export type CreateMappingRuleAnswer = MappingRule;

export type SearchMappingRuleInput = {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly mappingRuleId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly claimName?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly claimValue?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly name?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field: 'mappingRuleId' | 'claimName' | 'claimValue' | 'name';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchMappingRuleAnswer = {
  readonly items: readonly MappingRule[];
  readonly page: Page;
};

export type GetMappingRuleInput = {
  readonly mappingRuleId: string;
};

export type GetMappingRuleAnswer = MappingRule;

export type UpdateMappingRuleInput = {
  readonly mappingRuleId: string;
} & {
  readonly claimName: string;
  readonly claimValue: string;
  readonly name: string;
};

export type UpdateMappingRuleAnswer = MappingRule;

export type DeleteMappingRuleInput = {
  readonly mappingRuleId: string;
};

export type CreateAuthorizationInput = {
  readonly ownerId: string;
  readonly ownerType: string;
  readonly resourceType: string;
  /** Id of the resource, or `*` for all of them. */
  readonly resourceId?: string | null;
  /** In place of an id, for user tasks: whoever is this of a task may do it there. */
  readonly resourcePropertyName?: ('assignee' | 'candidateUsers' | 'candidateGroups') | null;
  readonly permissionTypes: readonly string[];
};

export type CreateAuthorizationAnswer = {
  readonly authorizationKey: string;
};

export type SearchAuthorizationsInput = {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly ownerId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly ownerType?: Condition<
      'USER' | 'CLIENT' | 'ROLE' | 'GROUP' | 'MAPPING_RULE',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly resourceType?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly resourceIds?: unknown;
    readonly resourcePropertyNames?: unknown;
  };
  readonly sort?: readonly {
    readonly field: 'ownerId' | 'ownerType' | 'resourceId' | 'resourcePropertyName' | 'resourceType';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchAuthorizationsAnswer = {
  readonly items: readonly Authorization[];
  readonly page: Page;
};

export type GetAuthorizationInput = {
  readonly authorizationKey: string;
};

export type GetAuthorizationAnswer = Authorization;

export type UpdateAuthorizationInput = {
  readonly authorizationKey: string;
} & {
  readonly ownerId: string;
  readonly ownerType: string;
  readonly resourceType: string;
  /** Id of the resource, or `*` for all of them. */
  readonly resourceId?: string | null;
  /** In place of an id, for user tasks: whoever is this of a task may do it there. */
  readonly resourcePropertyName?: ('assignee' | 'candidateUsers' | 'candidateGroups') | null;
  readonly permissionTypes: readonly string[];
};

export type DeleteAuthorizationInput = {
  readonly authorizationKey: string;
};

export type ListPermissionsAnswer = GrantableList;

export type AssignUserToGroupInput = {
  readonly groupId: string;
  readonly username: string;
} & Record<never, never>;

export type UnassignUserFromGroupInput = {
  readonly groupId: string;
  readonly username: string;
} & Record<never, never>;

export type SearchUsersForGroupInput = {
  readonly groupId: string;
} & {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly username?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field: 'username';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchUsersForGroupAnswer = {
  readonly items: readonly {
    readonly username: string;
  }[];
  readonly page: Page;
};

export type AssignClientToGroupInput = {
  readonly groupId: string;
  readonly clientId: string;
} & Record<never, never>;

export type UnassignClientFromGroupInput = {
  readonly groupId: string;
  readonly clientId: string;
} & Record<never, never>;

export type SearchClientsForGroupInput = {
  readonly groupId: string;
} & {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly clientId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field: 'clientId';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchClientsForGroupAnswer = {
  readonly items: readonly {
    readonly clientId: string;
  }[];
  readonly page: Page;
};

export type AssignMappingRuleToGroupInput = {
  readonly groupId: string;
  readonly mappingRuleId: string;
} & Record<never, never>;

export type UnassignMappingRuleFromGroupInput = {
  readonly groupId: string;
  readonly mappingRuleId: string;
} & Record<never, never>;

export type SearchMappingRulesForGroupInput = {
  readonly groupId: string;
} & {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly mappingRuleId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly claimName?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly claimValue?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly name?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field: 'mappingRuleId' | 'claimName' | 'claimValue' | 'name';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchMappingRulesForGroupAnswer = {
  readonly items: readonly MappingRule[];
  readonly page: Page;
};

export type SearchRolesForGroupInput = {
  readonly groupId: string;
} & {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly roleId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly name?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field: 'name' | 'roleId';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchRolesForGroupAnswer = {
  readonly items: readonly {
    readonly name: string;
    readonly roleId: string;
    readonly description: string | null;
  }[];
  readonly page: Page;
};

export type AssignRoleToUserInput = {
  readonly roleId: string;
  readonly username: string;
} & Record<never, never>;

export type UnassignRoleFromUserInput = {
  readonly roleId: string;
  readonly username: string;
} & Record<never, never>;

export type SearchUsersForRoleInput = {
  readonly roleId: string;
} & {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly username?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field: 'username';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchUsersForRoleAnswer = {
  readonly items: readonly {
    readonly username: string;
  }[];
  readonly page: Page;
};

export type AssignRoleToClientInput = {
  readonly roleId: string;
  readonly clientId: string;
} & Record<never, never>;

export type UnassignRoleFromClientInput = {
  readonly roleId: string;
  readonly clientId: string;
} & Record<never, never>;

export type SearchClientsForRoleInput = {
  readonly roleId: string;
} & {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly clientId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field: 'clientId';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchClientsForRoleAnswer = {
  readonly items: readonly {
    readonly clientId: string;
  }[];
  readonly page: Page;
};

export type AssignRoleToGroupInput = {
  readonly roleId: string;
  readonly groupId: string;
} & Record<never, never>;

export type UnassignRoleFromGroupInput = {
  readonly roleId: string;
  readonly groupId: string;
} & Record<never, never>;

export type SearchGroupsForRoleInput = {
  readonly roleId: string;
} & {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly groupId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field: 'groupId';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchGroupsForRoleAnswer = {
  readonly items: readonly {
    readonly groupId: string;
  }[];
  readonly page: Page;
};

export type AssignRoleToMappingRuleInput = {
  readonly roleId: string;
  readonly mappingRuleId: string;
} & Record<never, never>;

export type UnassignRoleFromMappingRuleInput = {
  readonly roleId: string;
  readonly mappingRuleId: string;
} & Record<never, never>;

export type SearchMappingRulesForRoleInput = {
  readonly roleId: string;
} & {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly mappingRuleId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly claimName?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly claimValue?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly name?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field: 'mappingRuleId' | 'claimName' | 'claimValue' | 'name';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchMappingRulesForRoleAnswer = {
  readonly items: readonly MappingRule[];
  readonly page: Page;
};

export type AssignUserToTenantInput = {
  readonly tenantId: string;
  readonly username: string;
} & Record<never, never>;

export type UnassignUserFromTenantInput = {
  readonly tenantId: string;
  readonly username: string;
} & Record<never, never>;

export type SearchUsersForTenantInput = {
  readonly tenantId: string;
} & {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly username?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field: 'username';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchUsersForTenantAnswer = {
  readonly items: readonly {
    readonly username: string;
  }[];
  readonly page: Page;
};

export type AssignClientToTenantInput = {
  readonly tenantId: string;
  readonly clientId: string;
} & Record<never, never>;

export type UnassignClientFromTenantInput = {
  readonly tenantId: string;
  readonly clientId: string;
} & Record<never, never>;

export type SearchClientsForTenantInput = {
  readonly tenantId: string;
} & {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly clientId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field: 'clientId';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchClientsForTenantAnswer = {
  readonly items: readonly {
    readonly clientId: string;
  }[];
  readonly page: Page;
};

export type AssignGroupToTenantInput = {
  readonly tenantId: string;
  readonly groupId: string;
} & Record<never, never>;

export type UnassignGroupFromTenantInput = {
  readonly tenantId: string;
  readonly groupId: string;
} & Record<never, never>;

export type SearchGroupIdsForTenantInput = {
  readonly tenantId: string;
} & {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly groupId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field: 'groupId';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchGroupIdsForTenantAnswer = {
  readonly items: readonly {
    readonly groupId: string;
  }[];
  readonly page: Page;
};

export type AssignRoleToTenantInput = {
  readonly tenantId: string;
  readonly roleId: string;
} & Record<never, never>;

export type UnassignRoleFromTenantInput = {
  readonly tenantId: string;
  readonly roleId: string;
} & Record<never, never>;

export type SearchRolesForTenantInput = {
  readonly tenantId: string;
} & {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly roleId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly name?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field: 'name' | 'roleId';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchRolesForTenantAnswer = {
  readonly items: readonly {
    readonly name: string;
    readonly roleId: string;
    readonly description: string | null;
  }[];
  readonly page: Page;
};

export type AssignMappingRuleToTenantInput = {
  readonly tenantId: string;
  readonly mappingRuleId: string;
} & Record<never, never>;

export type UnassignMappingRuleFromTenantInput = {
  readonly tenantId: string;
  readonly mappingRuleId: string;
} & Record<never, never>;

export type SearchMappingRulesForTenantInput = {
  readonly tenantId: string;
} & {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly mappingRuleId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly claimName?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly claimValue?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly name?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field: 'mappingRuleId' | 'claimName' | 'claimValue' | 'name';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchMappingRulesForTenantAnswer = {
  readonly items: readonly MappingRule[];
  readonly page: Page;
};

export type SearchAuditLogsInput = {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly auditLogKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly timestamp?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly category?: Condition<
      'ADMIN' | 'DEPLOYED_RESOURCES' | 'USER_TASKS',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly entityType?: Condition<
      | 'AUTHORIZATION'
      | 'BATCH'
      | 'CLIENT'
      | 'DECISION'
      | 'GROUP'
      | 'INCIDENT'
      | 'JOB'
      | 'MAPPING_RULE'
      | 'PROCESS_INSTANCE'
      | 'RESOURCE'
      | 'ROLE'
      | 'TENANT'
      | 'USER'
      | 'USER_TASK'
      | 'VARIABLE',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly operationType?: Condition<
      | 'ASSIGN'
      | 'CANCEL'
      | 'COMPLETE'
      | 'CREATE'
      | 'DELETE'
      | 'EVALUATE'
      | 'MIGRATE'
      | 'MODIFY'
      | 'RESOLVE'
      | 'RESUME'
      | 'SUSPEND'
      | 'UNASSIGN'
      | 'UNKNOWN'
      | 'UPDATE',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly result?: Condition<'FAIL' | 'SUCCESS', '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly actorType?: Condition<
      'ANONYMOUS' | 'CLIENT' | 'UNKNOWN' | 'USER',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly actorId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly entityKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly processDefinitionId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly processDefinitionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly elementInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly jobKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly userTaskKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly relatedEntityKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly relatedEntityType?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly batchOperationType?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly batchOperationKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly agentElementId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly deploymentKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly formKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly resourceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly decisionRequirementsId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly decisionRequirementsKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly decisionDefinitionId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly decisionDefinitionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly decisionEvaluationKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly entityDescription?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field:
      | 'actorId'
      | 'actorType'
      | 'auditLogKey'
      | 'batchOperationKey'
      | 'batchOperationType'
      | 'category'
      | 'decisionDefinitionId'
      | 'decisionDefinitionKey'
      | 'decisionEvaluationKey'
      | 'decisionRequirementsId'
      | 'decisionRequirementsKey'
      | 'elementInstanceKey'
      | 'entityKey'
      | 'entityType'
      | 'jobKey'
      | 'operationType'
      | 'processDefinitionId'
      | 'processDefinitionKey'
      | 'processInstanceKey'
      | 'result'
      | 'tenantId'
      | 'timestamp'
      | 'userTaskKey';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchAuditLogsAnswer = {
  readonly items: readonly AuditEntry[];
  readonly page: Page;
};

export type SearchExtendedAuditLogsInput = {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly auditLogKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly timestamp?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly category?: Condition<
      'ADMIN' | 'DEPLOYED_RESOURCES' | 'USER_TASKS',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly entityType?: Condition<
      | 'AUTHORIZATION'
      | 'BATCH'
      | 'CLIENT'
      | 'DECISION'
      | 'GROUP'
      | 'INCIDENT'
      | 'JOB'
      | 'MAPPING_RULE'
      | 'PROCESS_INSTANCE'
      | 'RESOURCE'
      | 'ROLE'
      | 'TENANT'
      | 'USER'
      | 'USER_TASK'
      | 'VARIABLE',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly operationType?: Condition<
      | 'ASSIGN'
      | 'CANCEL'
      | 'COMPLETE'
      | 'CREATE'
      | 'DELETE'
      | 'EVALUATE'
      | 'MIGRATE'
      | 'MODIFY'
      | 'RESOLVE'
      | 'RESUME'
      | 'SUSPEND'
      | 'UNASSIGN'
      | 'UNKNOWN'
      | 'UPDATE',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly result?: Condition<'FAIL' | 'SUCCESS', '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly actorType?: Condition<
      'ANONYMOUS' | 'CLIENT' | 'UNKNOWN' | 'USER',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly actorId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly entityKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly processDefinitionId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly processDefinitionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly elementInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly jobKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly userTaskKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly relatedEntityKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly relatedEntityType?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly batchOperationType?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly batchOperationKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly agentElementId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly deploymentKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly formKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly resourceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly decisionRequirementsId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly decisionRequirementsKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly decisionDefinitionId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly decisionDefinitionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly decisionEvaluationKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly entityDescription?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field:
      | 'actorId'
      | 'actorType'
      | 'auditLogKey'
      | 'batchOperationKey'
      | 'batchOperationType'
      | 'category'
      | 'decisionDefinitionId'
      | 'decisionDefinitionKey'
      | 'decisionEvaluationKey'
      | 'decisionRequirementsId'
      | 'decisionRequirementsKey'
      | 'elementInstanceKey'
      | 'entityKey'
      | 'entityType'
      | 'jobKey'
      | 'operationType'
      | 'processDefinitionId'
      | 'processDefinitionKey'
      | 'processInstanceKey'
      | 'result'
      | 'tenantId'
      | 'timestamp'
      | 'userTaskKey';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchExtendedAuditLogsAnswer = {
  readonly items: readonly ExtendedAuditEntry[];
  readonly page: Page;
};

export type GetAuditLogInput = {
  readonly auditLogKey: string;
};

export type GetAuditLogAnswer = AuditEntry;

export type ExportAuditLogInput = {
  readonly filter?: string;
};

/** Identity. */
export interface Identity {
  /** Tell the caller who they are. On a server that asks nobody the name is `anonymous`. `GET /v2/authentication/me` */
  getAuthentication(options?: CallOptions): Promise<GetAuthenticationAnswer>;
  /** Search what was granted to the caller, by themselves, their groups and roles. `POST /v2/authentication/me/authorizations/search` */
  searchOwnAuthorizations(
    input?: SearchOwnAuthorizationsInput,
    options?: CallOptions,
  ): Promise<SearchOwnAuthorizationsAnswer>;
  /** Sign in to the web app. Sets the session cookie. After five failures the account and the address wait, twice as long each time, a minute at most: 429 with Retry-After. `POST /ext/authentication/login` */
  signIn(input: SignInInput, options?: CallOptions): Promise<void>;
  /** Sign out of the web app. Ends the session of the cookie and takes the cookie away. Without one nothing happens. `POST /ext/authentication/logout` */
  signOut(input?: SignOutInput, options?: CallOptions): Promise<void>;
  /** Change one’s own password. Ends all sessions of the user; this one is replaced by a new one. `POST /ext/authentication/password` */
  changeOwnPassword(input: ChangeOwnPasswordInput, options?: CallOptions): Promise<void>;
  /** Add the first administrator. Only while there is none, and only on a server that asks nobody for a login (`BATON_AUTH=off`): the others make an administrator when they start. `POST /v2/setup/user` */
  createAdminUser(input: CreateAdminUserInput, options?: CallOptions): Promise<CreateAdminUserAnswer>;
  /** Make an API token. For the caller, or by an administrator for a client, whose OAuth client secret it is too. Send it as `Authorization: Bearer …`. Not repeatable: its secret is in the answer only. `POST /ext/tokens` */
  createToken(input: CreateTokenInput, options?: CallOptions): Promise<CreateTokenAnswer>;
  /** Search API tokens. One’s own; administrators see all. Never their secrets. `POST /ext/tokens/search` */
  searchTokens(input?: SearchTokensInput, options?: CallOptions): Promise<SearchTokensAnswer>;
  /** Revoke an API token. At once, with the access tokens that were got with it. One’s own; administrators may revoke all. `DELETE /ext/tokens/{tokenId}` */
  revokeToken(input: RevokeTokenInput, options?: CallOptions): Promise<void>;
  /** Add a user. The password has at least 8 characters and is kept as an argon2id hash. `POST /v2/users` */
  createUser(input: CreateUserInput, options?: CallOptions): Promise<CreateUserAnswer>;
  /** Search users. `POST /v2/users/search` */
  searchUsers(input?: SearchUsersInput, options?: CallOptions): Promise<SearchUsersAnswer>;
  /** Search users, with whether they may sign in. `POST /ext/users/search` */
  searchExtendedUsers(input?: SearchExtendedUsersInput, options?: CallOptions): Promise<SearchExtendedUsersAnswer>;
  /** Read a user. `GET /v2/users/{username}` */
  getUser(input: GetUserInput, options?: CallOptions): Promise<GetUserAnswer>;
  /** Change name, address or password of a user. A new password ends the sessions of the user. What is left out stays. `PUT /v2/users/{username}` */
  updateUser(input: UpdateUserInput, options?: CallOptions): Promise<UpdateUserAnswer>;
  /** Remove a user with their memberships, permissions, sessions and tokens. `DELETE /v2/users/{username}` */
  deleteUser(input: DeleteUserInput, options?: CallOptions): Promise<void>;
  /** Let a user sign in, or no longer. Who may no longer is out at once: sessions and tokens end. `PUT /ext/users/{username}/enabled` */
  enableUser(input: EnableUserInput, options?: CallOptions): Promise<void>;
  /** Read which groups, roles and tenants a user was put into. Their ids. Not what comes to them through a group or a mapping rule. Users of an identity provider need not be stored here to have some. `GET /ext/users/{username}/memberships` */
  getUserMemberships(input: GetUserMembershipsInput, options?: CallOptions): Promise<GetUserMembershipsAnswer>;
  /** Add a group. `POST /v2/groups` */
  createGroup(input: CreateGroupInput, options?: CallOptions): Promise<CreateGroupAnswer>;
  /** Search groups. `POST /v2/groups/search` */
  searchGroups(input?: SearchGroupsInput, options?: CallOptions): Promise<SearchGroupsAnswer>;
  /** Read a group. `GET /v2/groups/{groupId}` */
  getGroup(input: GetGroupInput, options?: CallOptions): Promise<GetGroupAnswer>;
  /** Rename a group or change its description. `PUT /v2/groups/{groupId}` */
  updateGroup(input: UpdateGroupInput, options?: CallOptions): Promise<UpdateGroupAnswer>;
  /** Remove a group with its memberships and what was granted to it. `DELETE /v2/groups/{groupId}` */
  deleteGroup(input: DeleteGroupInput, options?: CallOptions): Promise<void>;
  /** Add a role. `POST /v2/roles` */
  createRole(input: CreateRoleInput, options?: CallOptions): Promise<CreateRoleAnswer>;
  /** Search roles. `POST /v2/roles/search` */
  searchRoles(input?: SearchRolesInput, options?: CallOptions): Promise<SearchRolesAnswer>;
  /** Read a role. `GET /v2/roles/{roleId}` */
  getRole(input: GetRoleInput, options?: CallOptions): Promise<GetRoleAnswer>;
  /** Rename a role or change its description. `PUT /v2/roles/{roleId}` */
  updateRole(input: UpdateRoleInput, options?: CallOptions): Promise<UpdateRoleAnswer>;
  /** Remove a role with its memberships and what was granted to it. `DELETE /v2/roles/{roleId}` */
  deleteRole(input: DeleteRoleInput, options?: CallOptions): Promise<void>;
  /** Add a tenant. `POST /v2/tenants` */
  createTenant(input: CreateTenantInput, options?: CallOptions): Promise<CreateTenantAnswer>;
  /** Search tenants. `POST /v2/tenants/search` */
  searchTenants(input?: SearchTenantsInput, options?: CallOptions): Promise<SearchTenantsAnswer>;
  /** Read a tenant. `GET /v2/tenants/{tenantId}` */
  getTenant(input: GetTenantInput, options?: CallOptions): Promise<GetTenantAnswer>;
  /** Rename a tenant or change its description. `PUT /v2/tenants/{tenantId}` */
  updateTenant(input: UpdateTenantInput, options?: CallOptions): Promise<UpdateTenantAnswer>;
  /** Remove a tenant with its memberships and what was granted to it. `DELETE /v2/tenants/{tenantId}` */
  deleteTenant(input: DeleteTenantInput, options?: CallOptions): Promise<void>;
  /** Add a mapping rule. Who brings the claim with this value is a member of what the rule is a member of. `POST /v2/mapping-rules` */
  createMappingRule(input: CreateMappingRuleInput, options?: CallOptions): Promise<CreateMappingRuleAnswer>;
  /** Search mapping rules. `POST /v2/mapping-rules/search` */
  searchMappingRule(input?: SearchMappingRuleInput, options?: CallOptions): Promise<SearchMappingRuleAnswer>;
  /** Read a mapping rule. `GET /v2/mapping-rules/{mappingRuleId}` */
  getMappingRule(input: GetMappingRuleInput, options?: CallOptions): Promise<GetMappingRuleAnswer>;
  /** Change a mapping rule. `PUT /v2/mapping-rules/{mappingRuleId}` */
  updateMappingRule(input: UpdateMappingRuleInput, options?: CallOptions): Promise<UpdateMappingRuleAnswer>;
  /** Remove a mapping rule. `DELETE /v2/mapping-rules/{mappingRuleId}` */
  deleteMappingRule(input: DeleteMappingRuleInput, options?: CallOptions): Promise<void>;
  /** Grant permissions on a resource. Permissions by resource type: AUDIT_LOG: READ; AUTHORIZATION: CREATE, READ, UPDATE, DELETE; BATCH: CREATE, CREATE_BATCH_OPERATION_CANCEL_PROCESS_INSTANCE, CREATE_BATCH_OPERATION_DELETE_DECISION_DEFINITION, CREATE_BATCH_OPERATION_DELETE_DECISION_INSTANCE, CREATE_BATCH_OPERATION_DELETE_PROCESS_DEFINITION, CREATE_BATCH_OPERATION_DELETE_PROCESS_INSTANCE, CREATE_BATCH_OPERATION_MIGRATE_PROCESS_INSTANCE, CREATE_BATCH_OPERATION_MODIFY_PROCESS_INSTANCE, CREATE_BATCH_OPERATION_RESOLVE_INCIDENT, READ, UPDATE; CLUSTER_VARIABLE: CREATE, READ, UPDATE, DELETE; COMPONENT: ACCESS; DECISION_DEFINITION: CREATE_DECISION_INSTANCE, READ_DECISION_DEFINITION, READ_DECISION_INSTANCE, DELETE_DECISION_INSTANCE; DECISION_REQUIREMENTS_DEFINITION: READ; DOCUMENT: CREATE, READ, DELETE; EXPRESSION: EVALUATE; GLOBAL_LISTENER: CREATE_TASK_LISTENER, READ_TASK_LISTENER, UPDATE_TASK_LISTENER, DELETE_TASK_LISTENER; GROUP: CREATE, READ, UPDATE, DELETE; MAPPING_RULE: CREATE, READ, UPDATE, DELETE; MESSAGE: CREATE, READ; PROCESS_DEFINITION: CREATE_PROCESS_INSTANCE, READ_PROCESS_DEFINITION, READ_PROCESS_INSTANCE, UPDATE_PROCESS_INSTANCE, MODIFY_PROCESS_INSTANCE, CANCEL_PROCESS_INSTANCE, DELETE_PROCESS_INSTANCE, READ_USER_TASK, UPDATE_USER_TASK, CLAIM_USER_TASK, COMPLETE_USER_TASK; RESOURCE: CREATE, READ, DELETE_DRD, DELETE_FORM, DELETE_PROCESS, DELETE_RESOURCE; ROLE: CREATE, READ, UPDATE, DELETE; SYSTEM: READ, READ_JOB_METRIC, READ_USAGE_METRIC, UPDATE; TENANT: CREATE, READ, UPDATE, DELETE; USER: CREATE, READ, UPDATE, DELETE; USER_TASK: READ, UPDATE, CLAIM, COMPLETE. `POST /v2/authorizations` */
  createAuthorization(input: CreateAuthorizationInput, options?: CallOptions): Promise<CreateAuthorizationAnswer>;
  /** Search authorizations. `POST /v2/authorizations/search` */
  searchAuthorizations(input?: SearchAuthorizationsInput, options?: CallOptions): Promise<SearchAuthorizationsAnswer>;
  /** Read an authorization. `GET /v2/authorizations/{authorizationKey}` */
  getAuthorization(input: GetAuthorizationInput, options?: CallOptions): Promise<GetAuthorizationAnswer>;
  /** Replace an authorization. `PUT /v2/authorizations/{authorizationKey}` */
  updateAuthorization(input: UpdateAuthorizationInput, options?: CallOptions): Promise<void>;
  /** Revoke an authorization. `DELETE /v2/authorizations/{authorizationKey}` */
  deleteAuthorization(input: DeleteAuthorizationInput, options?: CallOptions): Promise<void>;
  /** List what can be protected, and what can be permitted with each. `GET /ext/permissions` */
  listPermissions(options?: CallOptions): Promise<ListPermissionsAnswer>;
  /** Put a user into a group. `PUT /v2/groups/{groupId}/users/{username}` */
  assignUserToGroup(input: AssignUserToGroupInput, options?: CallOptions): Promise<void>;
  /** Take a user out of a group. `DELETE /v2/groups/{groupId}/users/{username}` */
  unassignUserFromGroup(input: UnassignUserFromGroupInput, options?: CallOptions): Promise<void>;
  /** Search the users of a group. `POST /v2/groups/{groupId}/users/search` */
  searchUsersForGroup(input: SearchUsersForGroupInput, options?: CallOptions): Promise<SearchUsersForGroupAnswer>;
  /** Put a client into a group. `PUT /v2/groups/{groupId}/clients/{clientId}` */
  assignClientToGroup(input: AssignClientToGroupInput, options?: CallOptions): Promise<void>;
  /** Take a client out of a group. `DELETE /v2/groups/{groupId}/clients/{clientId}` */
  unassignClientFromGroup(input: UnassignClientFromGroupInput, options?: CallOptions): Promise<void>;
  /** Search the clients of a group. `POST /v2/groups/{groupId}/clients/search` */
  searchClientsForGroup(input: SearchClientsForGroupInput, options?: CallOptions): Promise<SearchClientsForGroupAnswer>;
  /** Put a mapping rule into a group. `PUT /v2/groups/{groupId}/mapping-rules/{mappingRuleId}` */
  assignMappingRuleToGroup(input: AssignMappingRuleToGroupInput, options?: CallOptions): Promise<void>;
  /** Take a mapping rule out of a group. `DELETE /v2/groups/{groupId}/mapping-rules/{mappingRuleId}` */
  unassignMappingRuleFromGroup(input: UnassignMappingRuleFromGroupInput, options?: CallOptions): Promise<void>;
  /** Search the mapping rules of a group. `POST /v2/groups/{groupId}/mapping-rules/search` */
  searchMappingRulesForGroup(
    input: SearchMappingRulesForGroupInput,
    options?: CallOptions,
  ): Promise<SearchMappingRulesForGroupAnswer>;
  /** Search the roles that a group has. `POST /v2/groups/{groupId}/roles/search` */
  searchRolesForGroup(input: SearchRolesForGroupInput, options?: CallOptions): Promise<SearchRolesForGroupAnswer>;
  /** Put a user into a role. `PUT /v2/roles/{roleId}/users/{username}` */
  assignRoleToUser(input: AssignRoleToUserInput, options?: CallOptions): Promise<void>;
  /** Take a user out of a role. `DELETE /v2/roles/{roleId}/users/{username}` */
  unassignRoleFromUser(input: UnassignRoleFromUserInput, options?: CallOptions): Promise<void>;
  /** Search the users of a role. `POST /v2/roles/{roleId}/users/search` */
  searchUsersForRole(input: SearchUsersForRoleInput, options?: CallOptions): Promise<SearchUsersForRoleAnswer>;
  /** Put a client into a role. `PUT /v2/roles/{roleId}/clients/{clientId}` */
  assignRoleToClient(input: AssignRoleToClientInput, options?: CallOptions): Promise<void>;
  /** Take a client out of a role. `DELETE /v2/roles/{roleId}/clients/{clientId}` */
  unassignRoleFromClient(input: UnassignRoleFromClientInput, options?: CallOptions): Promise<void>;
  /** Search the clients of a role. `POST /v2/roles/{roleId}/clients/search` */
  searchClientsForRole(input: SearchClientsForRoleInput, options?: CallOptions): Promise<SearchClientsForRoleAnswer>;
  /** Put a group into a role. `PUT /v2/roles/{roleId}/groups/{groupId}` */
  assignRoleToGroup(input: AssignRoleToGroupInput, options?: CallOptions): Promise<void>;
  /** Take a group out of a role. `DELETE /v2/roles/{roleId}/groups/{groupId}` */
  unassignRoleFromGroup(input: UnassignRoleFromGroupInput, options?: CallOptions): Promise<void>;
  /** Search the groups of a role. `POST /v2/roles/{roleId}/groups/search` */
  searchGroupsForRole(input: SearchGroupsForRoleInput, options?: CallOptions): Promise<SearchGroupsForRoleAnswer>;
  /** Put a mapping rule into a role. `PUT /v2/roles/{roleId}/mapping-rules/{mappingRuleId}` */
  assignRoleToMappingRule(input: AssignRoleToMappingRuleInput, options?: CallOptions): Promise<void>;
  /** Take a mapping rule out of a role. `DELETE /v2/roles/{roleId}/mapping-rules/{mappingRuleId}` */
  unassignRoleFromMappingRule(input: UnassignRoleFromMappingRuleInput, options?: CallOptions): Promise<void>;
  /** Search the mapping rules of a role. `POST /v2/roles/{roleId}/mapping-rules/search` */
  searchMappingRulesForRole(
    input: SearchMappingRulesForRoleInput,
    options?: CallOptions,
  ): Promise<SearchMappingRulesForRoleAnswer>;
  /** Put a user into a tenant. `PUT /v2/tenants/{tenantId}/users/{username}` */
  assignUserToTenant(input: AssignUserToTenantInput, options?: CallOptions): Promise<void>;
  /** Take a user out of a tenant. `DELETE /v2/tenants/{tenantId}/users/{username}` */
  unassignUserFromTenant(input: UnassignUserFromTenantInput, options?: CallOptions): Promise<void>;
  /** Search the users of a tenant. `POST /v2/tenants/{tenantId}/users/search` */
  searchUsersForTenant(input: SearchUsersForTenantInput, options?: CallOptions): Promise<SearchUsersForTenantAnswer>;
  /** Put a client into a tenant. `PUT /v2/tenants/{tenantId}/clients/{clientId}` */
  assignClientToTenant(input: AssignClientToTenantInput, options?: CallOptions): Promise<void>;
  /** Take a client out of a tenant. `DELETE /v2/tenants/{tenantId}/clients/{clientId}` */
  unassignClientFromTenant(input: UnassignClientFromTenantInput, options?: CallOptions): Promise<void>;
  /** Search the clients of a tenant. `POST /v2/tenants/{tenantId}/clients/search` */
  searchClientsForTenant(
    input: SearchClientsForTenantInput,
    options?: CallOptions,
  ): Promise<SearchClientsForTenantAnswer>;
  /** Put a group into a tenant. `PUT /v2/tenants/{tenantId}/groups/{groupId}` */
  assignGroupToTenant(input: AssignGroupToTenantInput, options?: CallOptions): Promise<void>;
  /** Take a group out of a tenant. `DELETE /v2/tenants/{tenantId}/groups/{groupId}` */
  unassignGroupFromTenant(input: UnassignGroupFromTenantInput, options?: CallOptions): Promise<void>;
  /** Search the groups of a tenant. `POST /v2/tenants/{tenantId}/groups/search` */
  searchGroupIdsForTenant(
    input: SearchGroupIdsForTenantInput,
    options?: CallOptions,
  ): Promise<SearchGroupIdsForTenantAnswer>;
  /** Put a role into a tenant. `PUT /v2/tenants/{tenantId}/roles/{roleId}` */
  assignRoleToTenant(input: AssignRoleToTenantInput, options?: CallOptions): Promise<void>;
  /** Take a role out of a tenant. `DELETE /v2/tenants/{tenantId}/roles/{roleId}` */
  unassignRoleFromTenant(input: UnassignRoleFromTenantInput, options?: CallOptions): Promise<void>;
  /** Search the roles of a tenant. `POST /v2/tenants/{tenantId}/roles/search` */
  searchRolesForTenant(input: SearchRolesForTenantInput, options?: CallOptions): Promise<SearchRolesForTenantAnswer>;
  /** Put a mapping rule into a tenant. `PUT /v2/tenants/{tenantId}/mapping-rules/{mappingRuleId}` */
  assignMappingRuleToTenant(input: AssignMappingRuleToTenantInput, options?: CallOptions): Promise<void>;
  /** Take a mapping rule out of a tenant. `DELETE /v2/tenants/{tenantId}/mapping-rules/{mappingRuleId}` */
  unassignMappingRuleFromTenant(input: UnassignMappingRuleFromTenantInput, options?: CallOptions): Promise<void>;
  /** Search the mapping rules of a tenant. `POST /v2/tenants/{tenantId}/mapping-rules/search` */
  searchMappingRulesForTenant(
    input: SearchMappingRulesForTenantInput,
    options?: CallOptions,
  ): Promise<SearchMappingRulesForTenantAnswer>;
  /** Search the audit log. Every command that was accepted, logins, and requests that were refused. The newest first. Kept where callers have to sign in. `POST /v2/audit-logs/search` */
  searchAuditLogs(input?: SearchAuditLogsInput, options?: CallOptions): Promise<SearchAuditLogsAnswer>;
  /** Search the audit log, with the details of each entry. `POST /ext/audit-logs/search` */
  searchExtendedAuditLogs(
    input?: SearchExtendedAuditLogsInput,
    options?: CallOptions,
  ): Promise<SearchExtendedAuditLogsAnswer>;
  /** Read an entry of the audit log. `GET /v2/audit-logs/{auditLogKey}` */
  getAuditLog(input: GetAuditLogInput, options?: CallOptions): Promise<GetAuditLogAnswer>;
  /** Download the audit log as CSV. The newest first, at most 100,000 entries; a last line says when there are more. Cells that a spreadsheet would calculate begin with an apostrophe. `GET /ext/audit-log.csv` */
  exportAuditLog(input?: ExportAuditLogInput, options?: CallOptions): Promise<string>;
}

export const identityOperations = {
  getAuthentication: { method: 'GET', path: '/v2/authentication/me', answer: 'json', hasNoInput: true, isSafe: true },
  searchOwnAuthorizations: {
    method: 'POST',
    path: '/v2/authentication/me/authorizations/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  signIn: { method: 'POST', path: '/ext/authentication/login', body: 'json', answer: 'nothing' },
  signOut: { method: 'POST', path: '/ext/authentication/logout', body: 'json', answer: 'nothing' },
  changeOwnPassword: { method: 'POST', path: '/ext/authentication/password', body: 'json', answer: 'nothing' },
  createAdminUser: { method: 'POST', path: '/v2/setup/user', body: 'json', answer: 'json', isRepeatable: true },
  createToken: { method: 'POST', path: '/ext/tokens', body: 'json', answer: 'json' },
  searchTokens: { method: 'POST', path: '/ext/tokens/search', body: 'json', answer: 'json', isSafe: true },
  revokeToken: { method: 'DELETE', path: '/ext/tokens/{tokenId}', answer: 'nothing', isRepeatable: true },
  createUser: { method: 'POST', path: '/v2/users', body: 'json', answer: 'json', isRepeatable: true },
  searchUsers: { method: 'POST', path: '/v2/users/search', body: 'json', answer: 'json', isSafe: true },
  searchExtendedUsers: { method: 'POST', path: '/ext/users/search', body: 'json', answer: 'json', isSafe: true },
  getUser: { method: 'GET', path: '/v2/users/{username}', answer: 'json', isSafe: true },
  updateUser: {
    method: 'PUT',
    path: '/v2/users/{username}',
    body: 'json',
    answer: 'json',
    isRepeatable: true,
    isSafe: true,
  },
  deleteUser: { method: 'DELETE', path: '/v2/users/{username}', answer: 'nothing', isRepeatable: true },
  enableUser: {
    method: 'PUT',
    path: '/ext/users/{username}/enabled',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
    isSafe: true,
  },
  getUserMemberships: { method: 'GET', path: '/ext/users/{username}/memberships', answer: 'json', isSafe: true },
  createGroup: { method: 'POST', path: '/v2/groups', body: 'json', answer: 'json', isRepeatable: true },
  searchGroups: { method: 'POST', path: '/v2/groups/search', body: 'json', answer: 'json', isSafe: true },
  getGroup: { method: 'GET', path: '/v2/groups/{groupId}', answer: 'json', isSafe: true },
  updateGroup: {
    method: 'PUT',
    path: '/v2/groups/{groupId}',
    body: 'json',
    answer: 'json',
    isRepeatable: true,
    isSafe: true,
  },
  deleteGroup: { method: 'DELETE', path: '/v2/groups/{groupId}', answer: 'nothing', isRepeatable: true },
  createRole: { method: 'POST', path: '/v2/roles', body: 'json', answer: 'json', isRepeatable: true },
  searchRoles: { method: 'POST', path: '/v2/roles/search', body: 'json', answer: 'json', isSafe: true },
  getRole: { method: 'GET', path: '/v2/roles/{roleId}', answer: 'json', isSafe: true },
  updateRole: {
    method: 'PUT',
    path: '/v2/roles/{roleId}',
    body: 'json',
    answer: 'json',
    isRepeatable: true,
    isSafe: true,
  },
  deleteRole: { method: 'DELETE', path: '/v2/roles/{roleId}', answer: 'nothing', isRepeatable: true },
  createTenant: { method: 'POST', path: '/v2/tenants', body: 'json', answer: 'json', isRepeatable: true },
  searchTenants: { method: 'POST', path: '/v2/tenants/search', body: 'json', answer: 'json', isSafe: true },
  getTenant: { method: 'GET', path: '/v2/tenants/{tenantId}', answer: 'json', isSafe: true },
  updateTenant: {
    method: 'PUT',
    path: '/v2/tenants/{tenantId}',
    body: 'json',
    answer: 'json',
    isRepeatable: true,
    isSafe: true,
  },
  deleteTenant: { method: 'DELETE', path: '/v2/tenants/{tenantId}', answer: 'nothing', isRepeatable: true },
  createMappingRule: { method: 'POST', path: '/v2/mapping-rules', body: 'json', answer: 'json', isRepeatable: true },
  searchMappingRule: { method: 'POST', path: '/v2/mapping-rules/search', body: 'json', answer: 'json', isSafe: true },
  getMappingRule: { method: 'GET', path: '/v2/mapping-rules/{mappingRuleId}', answer: 'json', isSafe: true },
  updateMappingRule: {
    method: 'PUT',
    path: '/v2/mapping-rules/{mappingRuleId}',
    body: 'json',
    answer: 'json',
    isRepeatable: true,
    isSafe: true,
  },
  deleteMappingRule: {
    method: 'DELETE',
    path: '/v2/mapping-rules/{mappingRuleId}',
    answer: 'nothing',
    isRepeatable: true,
  },
  createAuthorization: { method: 'POST', path: '/v2/authorizations', body: 'json', answer: 'json', isRepeatable: true },
  searchAuthorizations: {
    method: 'POST',
    path: '/v2/authorizations/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  getAuthorization: { method: 'GET', path: '/v2/authorizations/{authorizationKey}', answer: 'json', isSafe: true },
  updateAuthorization: {
    method: 'PUT',
    path: '/v2/authorizations/{authorizationKey}',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
    isSafe: true,
  },
  deleteAuthorization: {
    method: 'DELETE',
    path: '/v2/authorizations/{authorizationKey}',
    answer: 'nothing',
    isRepeatable: true,
  },
  listPermissions: { method: 'GET', path: '/ext/permissions', answer: 'json', hasNoInput: true, isSafe: true },
  assignUserToGroup: {
    method: 'PUT',
    path: '/v2/groups/{groupId}/users/{username}',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
    isSafe: true,
  },
  unassignUserFromGroup: {
    method: 'DELETE',
    path: '/v2/groups/{groupId}/users/{username}',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  searchUsersForGroup: {
    method: 'POST',
    path: '/v2/groups/{groupId}/users/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  assignClientToGroup: {
    method: 'PUT',
    path: '/v2/groups/{groupId}/clients/{clientId}',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
    isSafe: true,
  },
  unassignClientFromGroup: {
    method: 'DELETE',
    path: '/v2/groups/{groupId}/clients/{clientId}',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  searchClientsForGroup: {
    method: 'POST',
    path: '/v2/groups/{groupId}/clients/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  assignMappingRuleToGroup: {
    method: 'PUT',
    path: '/v2/groups/{groupId}/mapping-rules/{mappingRuleId}',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
    isSafe: true,
  },
  unassignMappingRuleFromGroup: {
    method: 'DELETE',
    path: '/v2/groups/{groupId}/mapping-rules/{mappingRuleId}',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  searchMappingRulesForGroup: {
    method: 'POST',
    path: '/v2/groups/{groupId}/mapping-rules/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  searchRolesForGroup: {
    method: 'POST',
    path: '/v2/groups/{groupId}/roles/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  assignRoleToUser: {
    method: 'PUT',
    path: '/v2/roles/{roleId}/users/{username}',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
    isSafe: true,
  },
  unassignRoleFromUser: {
    method: 'DELETE',
    path: '/v2/roles/{roleId}/users/{username}',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  searchUsersForRole: {
    method: 'POST',
    path: '/v2/roles/{roleId}/users/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  assignRoleToClient: {
    method: 'PUT',
    path: '/v2/roles/{roleId}/clients/{clientId}',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
    isSafe: true,
  },
  unassignRoleFromClient: {
    method: 'DELETE',
    path: '/v2/roles/{roleId}/clients/{clientId}',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  searchClientsForRole: {
    method: 'POST',
    path: '/v2/roles/{roleId}/clients/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  assignRoleToGroup: {
    method: 'PUT',
    path: '/v2/roles/{roleId}/groups/{groupId}',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
    isSafe: true,
  },
  unassignRoleFromGroup: {
    method: 'DELETE',
    path: '/v2/roles/{roleId}/groups/{groupId}',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  searchGroupsForRole: {
    method: 'POST',
    path: '/v2/roles/{roleId}/groups/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  assignRoleToMappingRule: {
    method: 'PUT',
    path: '/v2/roles/{roleId}/mapping-rules/{mappingRuleId}',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
    isSafe: true,
  },
  unassignRoleFromMappingRule: {
    method: 'DELETE',
    path: '/v2/roles/{roleId}/mapping-rules/{mappingRuleId}',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  searchMappingRulesForRole: {
    method: 'POST',
    path: '/v2/roles/{roleId}/mapping-rules/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  assignUserToTenant: {
    method: 'PUT',
    path: '/v2/tenants/{tenantId}/users/{username}',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
    isSafe: true,
  },
  unassignUserFromTenant: {
    method: 'DELETE',
    path: '/v2/tenants/{tenantId}/users/{username}',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  searchUsersForTenant: {
    method: 'POST',
    path: '/v2/tenants/{tenantId}/users/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  assignClientToTenant: {
    method: 'PUT',
    path: '/v2/tenants/{tenantId}/clients/{clientId}',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
    isSafe: true,
  },
  unassignClientFromTenant: {
    method: 'DELETE',
    path: '/v2/tenants/{tenantId}/clients/{clientId}',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  searchClientsForTenant: {
    method: 'POST',
    path: '/v2/tenants/{tenantId}/clients/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  assignGroupToTenant: {
    method: 'PUT',
    path: '/v2/tenants/{tenantId}/groups/{groupId}',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
    isSafe: true,
  },
  unassignGroupFromTenant: {
    method: 'DELETE',
    path: '/v2/tenants/{tenantId}/groups/{groupId}',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  searchGroupIdsForTenant: {
    method: 'POST',
    path: '/v2/tenants/{tenantId}/groups/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  assignRoleToTenant: {
    method: 'PUT',
    path: '/v2/tenants/{tenantId}/roles/{roleId}',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
    isSafe: true,
  },
  unassignRoleFromTenant: {
    method: 'DELETE',
    path: '/v2/tenants/{tenantId}/roles/{roleId}',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  searchRolesForTenant: {
    method: 'POST',
    path: '/v2/tenants/{tenantId}/roles/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  assignMappingRuleToTenant: {
    method: 'PUT',
    path: '/v2/tenants/{tenantId}/mapping-rules/{mappingRuleId}',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
    isSafe: true,
  },
  unassignMappingRuleFromTenant: {
    method: 'DELETE',
    path: '/v2/tenants/{tenantId}/mapping-rules/{mappingRuleId}',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  searchMappingRulesForTenant: {
    method: 'POST',
    path: '/v2/tenants/{tenantId}/mapping-rules/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  searchAuditLogs: { method: 'POST', path: '/v2/audit-logs/search', body: 'json', answer: 'json', isSafe: true },
  searchExtendedAuditLogs: {
    method: 'POST',
    path: '/ext/audit-logs/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  getAuditLog: { method: 'GET', path: '/v2/audit-logs/{auditLogKey}', answer: 'json', isSafe: true },
  exportAuditLog: { method: 'GET', path: '/ext/audit-log.csv', query: ['filter'], answer: 'text', isSafe: true },
} as const satisfies Readonly<Record<keyof Identity, OperationEntry>>;
