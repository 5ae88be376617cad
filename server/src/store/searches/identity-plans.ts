import type { AuthorizationRow } from '../tables/authorizations.ts';
import type { ApiTokenRow } from '../tables/api-tokens.ts';
import type { MappingRuleRow } from '../tables/mapping-rules.ts';
import type { UserRow } from '../tables/users.ts';
import { plainEnum } from './enum-values.ts';
import type { CustomFilter, Field, SearchPlan } from './search-plan.ts';

const string = (column: string, more: Partial<Field> = {}): Field => ({ kind: 'string', column, ...more });

/** Search of users. */
export const userPlan: SearchPlan<UserRow> = {
  from: 'users as u',
  columns: ['u.*'],
  tenant: null,
  tiebreak: 'u.username',
  isTiebreakText: true,
  fields: {
    username: string('u.username'),
    name: string('u.name', { nullable: true }),
    email: string('u.email', { nullable: true }),
  },
  sortable: ['username', 'name', 'email'],
};

/** A group, role or tenant, whatever its id is called. */
export interface NamedRow {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
}

/** Search of groups, roles or tenants. `idField` is what the id is called in the API, `aliases` what else some clients call it. */
export const namedPlan = (
  table: 'groups' | 'roles' | 'tenants',
  column: string,
  idField: string,
  aliases: readonly string[] = [],
): SearchPlan<NamedRow> => ({
  from: `${table} as n`,
  columns: [`n.${column} AS id`, 'n.name', 'n.description'],
  tenant: null,
  tiebreak: `n.${column}`,
  isTiebreakText: true,
  fields: {
    ...Object.fromEntries([idField, ...aliases].map((name) => [name, string(`n.${column}`)])),
    name: string('n.name'),
  },
  sortable: ['name', idField, ...aliases],
});

/** Search of mapping rules. */
export const mappingRulePlan: SearchPlan<MappingRuleRow> = {
  from: 'mapping_rules as r',
  columns: ['r.*'],
  tenant: null,
  tiebreak: 'r.mapping_rule_id',
  isTiebreakText: true,
  fields: {
    mappingRuleId: string('r.mapping_rule_id'),
    claimName: string('r.claim_name'),
    claimValue: string('r.claim_value'),
    name: string('r.name'),
  },
  sortable: ['mappingRuleId', 'claimName', 'claimValue', 'name'],
};

/** A condition on a column that takes one text or a list of which one must be. */
const oneOf =
  (column: string): CustomFilter =>
  (query, value) =>
    void query.whereIn(column as never, value as never);

/** Search of authorizations. */
export const authorizationPlan: SearchPlan<AuthorizationRow> = {
  from: 'authorizations as a',
  columns: ['a.*'],
  tenant: null,
  tiebreak: 'a.key',
  fields: {
    ownerId: string('a.owner_id'),
    ownerType: {
      kind: 'enum',
      column: 'a.owner_type',
      values: plainEnum('USER', 'CLIENT', 'ROLE', 'GROUP', 'MAPPING_RULE'),
    },
    resourceId: string('a.resource_id'),
    resourcePropertyName: string('a.property_name'),
    resourceType: string('a.resource_type'),
  },
  custom: { resourceIds: oneOf('a.resource_id'), resourcePropertyNames: oneOf('a.property_name') },
  sortable: ['ownerId', 'ownerType', 'resourceId', 'resourcePropertyName', 'resourceType'],
};

/** Search of API tokens. */
export const apiTokenPlan: SearchPlan<ApiTokenRow> = {
  from: 'api_tokens as t',
  columns: ['t.*'],
  tenant: null,
  tiebreak: 't.token_id',
  isTiebreakText: true,
  fields: {
    tokenId: string('t.token_id'),
    name: string('t.name'),
    ownerType: { kind: 'enum', column: 't.owner_type', values: plainEnum('USER', 'CLIENT') },
    ownerId: string('t.owner_id'),
    creationDate: { kind: 'date', column: 't.created_ms' },
    expiresAt: { kind: 'date', column: 't.expires_ms', nullable: true },
  },
  sortable: ['name', 'ownerId', 'creationDate', 'expiresAt'],
};

/** A member as it is stored. */
export interface MemberRow {
  readonly member_id: string;
}

/** The ids of the members of one type of one container. `idField` is what such an id is called in the API. */
export const memberPlan = (
  containerType: string,
  memberType: string,
  idField: string,
  containerId: string,
): SearchPlan<MemberRow> => ({
  from: 'memberships as m',
  columns: ['m.member_id'],
  base: (query) =>
    void query.where({ 'm.container_type': containerType, 'm.container_id': containerId, 'm.member_type': memberType }),
  tenant: null,
  tiebreak: 'm.member_id',
  isTiebreakText: true,
  fields: { [idField]: string('m.member_id') },
  sortable: [idField],
});

/** The same plan, over the members of one container only. `column` holds what memberships call the id of a member. */
export const amongMembers = <Row>(
  plan: SearchPlan<Row>,
  {
    containerType,
    memberType,
    containerId,
    column,
  }: { containerType: string; memberType: string; containerId: string; column: string },
): SearchPlan<Row> => ({
  ...plan,
  base: (query) => {
    plan.base?.(query);
    query.whereRaw(
      `EXISTS (SELECT 1 FROM memberships m WHERE m.container_type = ? AND m.container_id = ? AND m.member_type = ? AND m.member_id = ${column})`,
      [containerType, containerId, memberType],
    );
  },
});

/** The same plan, over the roles that a member has. */
export const amongRolesOf = <Row>(plan: SearchPlan<Row>, memberType: string, memberId: string): SearchPlan<Row> => ({
  ...plan,
  base: (query) => {
    plan.base?.(query);
    query.whereRaw(
      `EXISTS (SELECT 1 FROM memberships m WHERE m.container_type = 'ROLE' AND m.container_id = n.role_id AND m.member_type = ? AND m.member_id = ?)`,
      [memberType, memberId],
    );
  },
});
