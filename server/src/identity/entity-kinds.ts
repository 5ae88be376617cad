import { groups } from '../store/tables/groups.ts';
import { mappingRules } from '../store/tables/mapping-rules.ts';
import { roles } from '../store/tables/roles.ts';
import { tenants } from '../store/tables/tenants.ts';
import { users } from '../store/tables/users.ts';
import type { EntityKind } from './change-entity.ts';
import type { Columns } from '../store/table.ts';

const kind = <C extends Columns>(given: EntityKind<C>): EntityKind<C> => given;

export const userKind = kind({ table: users, noun: 'user', type: 'USER', idColumn: 'username' });
export const groupKind = kind({ table: groups, noun: 'group', type: 'GROUP', idColumn: 'group_id' });
export const roleKind = kind({ table: roles, noun: 'role', type: 'ROLE', idColumn: 'role_id' });
export const tenantKind = kind({ table: tenants, noun: 'tenant', type: 'TENANT', idColumn: 'tenant_id' });
export const mappingRuleKind = kind({
  table: mappingRules,
  noun: 'mapping rule',
  type: 'MAPPING_RULE',
  idColumn: 'mapping_rule_id',
});

/** What can have members. */
export type ContainerType = 'GROUP' | 'ROLE' | 'TENANT';
/** What can be a member. Clients are known by their id only: whoever comes with it has shown that it is theirs. */
export type MemberType = 'USER' | 'CLIENT' | 'GROUP' | 'ROLE' | 'MAPPING_RULE';
