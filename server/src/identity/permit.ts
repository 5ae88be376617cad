import { Refusal } from '../runtime/refusal.ts';
import { anyResource, tenantless } from './permissions.ts';
import type { Permission, ResourceType, TaskProperty } from './permissions.ts';
import { everybody } from './principal.ts';
import type { Principal } from './principal.ts';

/** A permission on a kind of resource; with `id` on that resource. */
export interface Need {
  readonly resource: ResourceType;
  readonly permission: Permission;
  readonly id?: string;
}

/** What somebody may do of one thing: at every resource, or at some only. */
export interface Permit {
  readonly principal: Principal;
  /** At every resource, and whatever its tenant: nothing has to be looked at. */
  readonly isUnlimited: boolean;
  /** At every resource of the tenants. */
  readonly isEverywhere: boolean;
  /** The tenants whose things the caller sees; null where tenants are not told apart, and for what is of no tenant. */
  readonly tenants: readonly string[] | null;
  /** Ids of the resources of a type at which it may be done. Not to be asked where it is everywhere. */
  idsOf(resource: ResourceType): readonly string[];
  /** Whether it may be done at this resource. */
  allows(resource: ResourceType, id: string): boolean;
  /** What somebody has to be of a user task to do it there. */
  readonly properties: readonly TaskProperty[];
  /** What somebody is told who may not. */
  refusal(id: string | null): Refusal;
}

const everywhere = (principal: Principal, needs: readonly Need[], tenants: readonly string[] | null): Permit => ({
  principal,
  isUnlimited: tenants === null,
  isEverywhere: true,
  tenants,
  idsOf: () => [],
  allows: () => true,
  properties: [],
  refusal: (id) => forbidden(needs, id),
});

/** Where nobody is asked: made once, because every request gets one. */
const open = everywhere(everybody, [], null);

/** What a principal may do of what needs one of `needs`; without needs, all of it. Throws FORBIDDEN where it is nothing at all. */
export const permitFor = (principal: Principal, needs: readonly Need[]): Permit => {
  if (principal === everybody) return open;
  const { grants } = principal;
  const isOfNoTenant = needs.length > 0 && needs.every(({ resource }) => tenantless.has(resource));
  const tenants = isOfNoTenant ? null : principal.within;
  if (grants === null || needs.length === 0) return everywhere(principal, needs, tenants);
  const ids = new Map<ResourceType, Set<string>>();
  const properties = new Set<TaskProperty>();
  for (const { resourceType, permission, resourceId, property } of grants) {
    const need = needs.find((each) => each.resource === resourceType && each.permission === permission);
    if (need === undefined) continue;
    if (resourceId === anyResource || (need.id !== undefined && need.id === resourceId))
      return everywhere(principal, needs, tenants);
    if (need.id !== undefined) continue;
    if (property !== null) properties.add(property);
    else if (resourceId !== null) {
      const known = ids.get(resourceType);
      if (known === undefined) ids.set(resourceType, new Set([resourceId]));
      else known.add(resourceId);
    }
  }
  if (ids.size === 0 && properties.size === 0) throw forbidden(needs, null);
  return {
    principal,
    isUnlimited: false,
    isEverywhere: false,
    tenants,
    idsOf: (resource) => [...(ids.get(resource) ?? [])],
    allows: (resource, id) => ids.get(resource)?.has(id) === true,
    properties: [...properties],
    refusal: (id) => forbidden(needs, id),
  };
};

/** Says what is missing, not who has it. */
const forbidden = (needs: readonly Need[], id: string | null): Refusal => {
  const wanted = needs.map(({ resource, permission }) => `${permission} on ${resource}`).join(' or ');
  const where = id === null ? '' : id === anyResource ? ' for every resource' : ` for '${id}'`;
  return new Refusal(
    'FORBIDDEN',
    `Expected the permission ${wanted}${where}, but the caller does not have it. An administrator can grant it.`,
  );
};

/** Whether somebody has one of these permissions at every resource. */
export const mayEverywhere = ({ grants }: Principal, needs: readonly Need[]): boolean =>
  grants === null ||
  grants.some(
    ({ resourceType, permission, resourceId }) =>
      resourceId === anyResource &&
      needs.some((need) => need.resource === resourceType && need.permission === permission),
  );
