import { queryOptions } from '@tanstack/react-query';
import { containsPattern, infiniteSearch } from './infinite-search';
import { request } from './client';
import type { SearchResult } from './search';
import { identityTopic } from './users';

/** What groups, roles and tenants have in common; they differ in what their id is called. */
export interface NamedKind {
  readonly noun: 'group' | 'role' | 'tenant';
  readonly path: string;
  readonly idField: 'groupId' | 'roleId' | 'tenantId';
}
export const namedKinds = {
  groups: { noun: 'group', path: '/v2/groups', idField: 'groupId' },
  roles: { noun: 'role', path: '/v2/roles', idField: 'roleId' },
  tenants: { noun: 'tenant', path: '/v2/tenants', idField: 'tenantId' },
} as const satisfies Readonly<Record<string, NamedKind>>;

export type NamedEntity = { readonly name: string; readonly description: string | null } & Readonly<
  Partial<Record<NamedKind['idField'], string>>
>;

/** The id of a group, role or tenant. */
export function idOf({ idField }: NamedKind, entity: NamedEntity): string {
  return entity[idField] ?? '';
}

export function namedQuery({ path }: NamedKind, words: string) {
  const filter = words === '' ? {} : { name: { $like: containsPattern(words) } };
  return infiniteSearch<NamedEntity>(identityTopic, `${path}/search`, { filter, sort: [{ field: 'name' }] });
}

const one = ({ path }: NamedKind, id: string): string => `${path}/${encodeURIComponent(id)}`;

export function createNamed(kind: NamedKind, id: string, name: string, description: string | null): Promise<void> {
  return request(kind.path, { method: 'POST', body: { [kind.idField]: id, name, description } });
}
export function updateNamed(kind: NamedKind, id: string, name: string, description: string | null): Promise<void> {
  return request(one(kind, id), { method: 'PUT', body: { name, description } });
}
export function deleteNamed(kind: NamedKind, id: string): Promise<void> {
  return request(one(kind, id), { method: 'DELETE' });
}

/** What can be put into a group, role or tenant. */
export interface MemberKind {
  readonly segment: 'users' | 'clients' | 'groups' | 'roles' | 'mapping-rules';
  readonly idField: string;
  /** Where it is kept who has this, when it is not put into the other but given to it. */
  readonly givenAt?: string;
}
const users: MemberKind = { segment: 'users', idField: 'username' };
const clients: MemberKind = { segment: 'clients', idField: 'clientId' };
const groups: MemberKind = { segment: 'groups', idField: 'groupId' };
const roles: MemberKind = { segment: 'roles', idField: 'roleId' };
const rules: MemberKind = { segment: 'mapping-rules', idField: 'mappingRuleId' };
export const memberKinds: Readonly<Record<NamedKind['noun'], readonly MemberKind[]>> = {
  group: [users, clients, rules, { ...roles, givenAt: '/v2/roles' }],
  role: [users, groups, clients, rules],
  tenant: [users, groups, roles, clients, rules],
};

export function membersQuery(kind: NamedKind, id: string, { segment, idField }: MemberKind) {
  return infiniteSearch<Readonly<Record<string, string>>>(
    identityTopic,
    `${one(kind, id)}/${segment}/search`,
    { sort: [{ field: idField }] },
    100,
  );
}
const membership = (kind: NamedKind, id: string, { segment, givenAt }: MemberKind, memberId: string): string =>
  givenAt === undefined
    ? `${one(kind, id)}/${segment}/${encodeURIComponent(memberId)}`
    : `${givenAt}/${encodeURIComponent(memberId)}/${kind.noun}s/${encodeURIComponent(id)}`;

export function addMember(kind: NamedKind, id: string, member: MemberKind, memberId: string): Promise<void> {
  return request(membership(kind, id, member, memberId), { method: 'PUT' });
}
export function removeMember(kind: NamedKind, id: string, member: MemberKind, memberId: string): Promise<void> {
  return request(membership(kind, id, member, memberId), { method: 'DELETE' });
}

/** All groups, roles or tenants to choose from; a server has few. */
export function choicesQuery(kind: NamedKind) {
  return queryOptions({
    queryKey: [identityTopic, 'choices', kind.path],
    queryFn: async ({ signal }) => {
      const body = { sort: [{ field: 'name' }], page: { limit: 1_000 } };
      const { items } = await request<SearchResult<NamedEntity>>(`${kind.path}/search`, {
        method: 'POST',
        body,
        signal,
      });
      return items.map((entity) => ({ value: idOf(kind, entity), label: entity.name }));
    },
  });
}
