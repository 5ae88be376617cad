import { anyResource } from './permissions.ts';
import type { Principal } from './principal.ts';

/** Which parts of the web app somebody may use; `*` for all. */
export const componentsOf = ({ grants }: Principal): readonly string[] =>
  grants === null
    ? [anyResource]
    : [
        ...new Set(
          grants
            .filter(({ resourceType, permission }) => resourceType === 'COMPONENT' && permission === 'ACCESS')
            .flatMap(({ resourceId }) => (resourceId === null ? [] : [resourceId])),
        ),
      ];

/** Whether somebody may use a part of the web app. */
export const mayUse = (principal: Principal, component: string): boolean =>
  componentsOf(principal).some((id) => id === anyResource || id === component);
