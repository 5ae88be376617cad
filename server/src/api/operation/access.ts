import type { Need } from '../../identity/permit.ts';
import type { Permission, ResourceType } from '../../identity/permissions.ts';

export type { Permission, ResourceType };

/**
 * Who may call an operation: anyone, whoever is signed in, or who has a permission (of several, one is enough). A permission is asked for at the resource that
 * the operation is about: a command for the one that it meets, a search shows only those that are permitted.
 */
export type Access = 'anyone' | 'signed-in' | Need | readonly Need[];

/** Needs a permission on a kind of resource; with `id` on that one, which the operation is always about. */
export const needs = (resource: ResourceType, permission: Permission, id?: string): Need =>
  id === undefined ? { resource, permission } : { resource, permission, id };

/** The permissions of which one is needed. */
export const needsOf = (access: Access): readonly Need[] =>
  typeof access === 'string' ? [] : 'resource' in access ? [access] : access;
