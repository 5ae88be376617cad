import { defaultTenant } from '../default-tenant.ts';
import type { Permission, ResourceType, TaskProperty } from './permissions.ts';

/** One permission of somebody: at one resource, at all of them (`*`), or at user tasks that they have to do with. */
export interface Grant {
  readonly resourceType: ResourceType;
  readonly permission: Permission;
  /** Id of the resource; null where `property` says which. */
  readonly resourceId: string | null;
  readonly property: TaskProperty | null;
}

/** How somebody proved who they are. */
export type ProofKind = 'none' | 'password' | 'session' | 'token' | 'jwt';

/** Who asks, and what they may do. Made for a moment: whoever keeps one must ask again whether it still holds. */
export interface Principal {
  readonly type: 'USER' | 'CLIENT' | 'ANONYMOUS';
  /** Username or client id; null for nobody. */
  readonly id: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly groups: readonly string[];
  readonly roles: readonly string[];
  /** Those that they are a member of. */
  readonly tenants: readonly string[];
  /** The tenants whose things they see: those that they are a member of; null where tenants are not told apart. */
  readonly within: readonly string[] | null;
  /** Null: everything, because this server asks nobody. */
  readonly grants: readonly Grant[] | null;
  readonly proof: ProofKind;
}

/** Everybody, on a server without login. */
export const everybody: Principal = {
  type: 'ANONYMOUS',
  id: null,
  name: null,
  email: null,
  groups: [],
  roles: [],
  tenants: [defaultTenant],
  within: null,
  grants: null,
  proof: 'none',
};

/** Whoever did not say who they are, on a server with login. */
export const nobody: Principal = { ...everybody, tenants: [], within: [], grants: [] };
