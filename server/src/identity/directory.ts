import type { Clock } from '../runtime/clock.ts';
import type { Database } from '../store/database.ts';
import { findAuthorizationsOf, findMappingRules, findMembershipsOf } from '../store/operations/find-identity.ts';
import { findStored } from '../store/operations/find-stored.ts';
import { apiTokens } from '../store/tables/api-tokens.ts';
import type { ApiTokenRow } from '../store/tables/api-tokens.ts';
import type { AuthorizationRow } from '../store/tables/authorizations.ts';
import { sessions } from '../store/tables/sessions.ts';
import type { SessionRow } from '../store/tables/sessions.ts';
import { users } from '../store/tables/users.ts';
import type { UserRow } from '../store/tables/users.ts';
import { claimValues } from './claims.ts';
import type { Claims } from './claims.ts';
import type { Permission, ResourceType, TaskProperty } from './permissions.ts';
import type { Grant, Principal, ProofKind } from './principal.ts';

/** Whose principal is wanted. `claims` are those of a token of the identity provider; null where there is none. */
export interface Subject {
  readonly type: 'USER' | 'CLIENT';
  readonly id: string;
  readonly claims: Claims | null;
  /** Groups that the identity provider named. */
  readonly groups: readonly string[];
}

/** Answers who somebody is and what they may do, from memory as long as nothing changed. */
export interface Directory {
  /** Null for a user who was disabled. */
  principal(subject: Subject, proof: ProofKind): Promise<Principal | null>;
  user(username: string): Promise<UserRow | null>;
  session(idHash: string): Promise<SessionRow | null>;
  token(tokenId: string): Promise<ApiTokenRow | null>;
  /** Reads a session anew when it is asked for next. */
  forgetSession(idHash: string): void;
  /** Forgets everything: somebody changed something. */
  changed(): void;
}

/** What is remembered of each kind; of more the oldest are forgotten. */
const maxRemembered = 10_000;
/** How long what is remembered may lag behind what another server did, milliseconds; it is usually told at once. */
const sharedLagMs = 1_000;

/** `isMultiTenant`: whether people see things of the tenants only that they are members of. */
export const createDirectory = (database: Database, clock: Pick<Clock, 'nowMs'>, isMultiTenant: boolean): Directory => {
  const memories: { clear(): void }[] = [];
  /** Remembers what was found; also what is being looked for, so that many requests at once ask once. */
  const remembered = <K extends string, V>(
    find: (key: K) => Promise<V>,
  ): ((key: K) => Promise<V>) & { forget(key: K): void } => {
    const known = new Map<K, { readonly value: Promise<V>; readonly atMs: number }>();
    memories.push(known);
    const get = (key: K): Promise<V> => {
      const nowMs = clock.nowMs();
      const before = known.get(key);
      if (before !== undefined && (!database.isShared || Math.abs(nowMs - before.atMs) < sharedLagMs))
        return before.value;
      const value = find(key);
      known.delete(key);
      known.set(key, { value, atMs: nowMs });
      if (known.size > maxRemembered) known.delete(known.keys().next().value as K);
      // What failed is asked for again.
      value.catch(() => known.delete(key));
      return value;
    };
    return Object.assign(get, { forget: (key: K) => void known.delete(key) });
  };
  const user = remembered((username: string) => findStored(database, users, { username }));
  const session = remembered((idHash: string) => findStored(database, sessions, { id_hash: idHash }));
  const token = remembered((tokenId: string) => findStored(database, apiTokens, { token_id: tokenId }));
  const rules = remembered((_all: 'all') => findMappingRules(database));
  const rights = remembered((key: string) => findRights(database, JSON.parse(key) as Refs));
  return {
    user,
    session,
    token,
    principal: async ({ type, id, claims, groups }, proof) => {
      const stored = type === 'USER' ? await user(id) : null;
      if (stored !== null && stored.is_enabled === 0) return null;
      const matching =
        claims === null
          ? []
          : (await rules('all')).filter((rule) => claimValues(claims, rule.claim_name).includes(rule.claim_value));
      const refs: Refs = { [type]: [id], MAPPING_RULE: matching.map((rule) => rule.mapping_rule_id), GROUP: groups };
      const found = await rights(JSON.stringify(refs));
      return {
        type,
        id,
        name: stored?.name ?? textClaim(claims, 'name'),
        email: stored?.email ?? textClaim(claims, 'email'),
        ...found,
        within: isMultiTenant ? found.tenants : null,
        proof,
      };
    },
    forgetSession: (idHash) => session.forget(idHash),
    changed: () => {
      for (const memory of memories) memory.clear();
    },
  };
};

type Refs = Readonly<Record<string, readonly string[]>>;
type Rights = Pick<Principal, 'groups' | 'roles' | 'tenants'> & { readonly grants: readonly Grant[] };

/** Groups of these, roles of these and their groups, and what is granted to any of them. */
const findRights = async (database: Database, refs: Refs): Promise<Rights> => {
  const direct = await findMembershipsOf(database, refs);
  const idsIn = (rows: typeof direct, type: string): string[] =>
    rows.filter((row) => row.container_type === type).map((row) => row.container_id);
  const groups = [...new Set([...(refs['GROUP'] ?? []), ...idsIn(direct, 'GROUP')])];
  const byGroup = await findMembershipsOf(database, { GROUP: groups });
  const roles = [...new Set([...idsIn(direct, 'ROLE'), ...idsIn(byGroup, 'ROLE')])];
  const byRole = await findMembershipsOf(database, { ROLE: roles });
  const tenants = [...new Set([direct, byGroup, byRole].flatMap((rows) => idsIn(rows, 'TENANT')))];
  const granted = await findAuthorizationsOf(database, { ...refs, GROUP: groups, ROLE: roles });
  return { groups, roles, tenants, grants: granted.flatMap(grantsOf) };
};

const grantsOf = (row: AuthorizationRow): Grant[] =>
  (JSON.parse(row.permissions) as Permission[]).map((permission) => ({
    resourceType: row.resource_type as ResourceType,
    permission,
    resourceId: row.property_name === '' ? row.resource_id : null,
    property: row.property_name === '' ? null : (row.property_name as TaskProperty),
  }));

const textClaim = (claims: Claims | null, name: string): string | null => {
  const value = claims?.[name];
  return typeof value === 'string' ? value : null;
};
