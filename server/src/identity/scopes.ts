import { allPermissions, resourceTypes } from './permissions.ts';
import type { Grant } from './principal.ts';

/** `RESOURCE_TYPE:PERMISSION`, either of them `*`: what a token may do at most of what its owner may. */
export const isScope = (text: string): boolean => {
  const [resource, permission, ...rest] = text.split(':');
  return (
    rest.length === 0 &&
    (resource === '*' || resourceTypes.some((each) => each === resource)) &&
    (permission === '*' || allPermissions.some((each) => each === permission))
  );
};

/** The grants that are within a token's scopes; all of them where it has none. */
export const withinScopes = (grants: readonly Grant[], scopes: readonly string[]): readonly Grant[] =>
  scopes.length === 0
    ? grants
    : grants.filter(({ resourceType, permission }) =>
        scopes.some((scope) => {
          const [resource, wanted] = scope.split(':');
          return (resource === '*' || resource === resourceType) && (wanted === '*' || wanted === permission);
        }),
      );
