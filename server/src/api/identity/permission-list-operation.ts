import { z } from 'zod';
import { permissionsOf, resourceTypes, taskProperties } from '../../identity/permissions.ts';
import { json } from '../operation/answer-kinds.ts';
import { operation } from '../operation/operation.ts';
import type { Operation } from '../operation/operation.ts';

const listType = z
  .strictObject({
    items: z.array(
      z.strictObject({
        resourceType: z.enum(resourceTypes),
        permissionTypes: z.array(z.string()),
        resourceProperties: z.array(z.string()).describe('What may stand in place of an id of a resource.'),
      }),
    ),
  })
  .meta({ id: 'GrantableList' });

const items = resourceTypes.map((resourceType) => ({
  resourceType,
  permissionTypes: [...permissionsOf[resourceType]],
  resourceProperties: resourceType === 'USER_TASK' ? [...taskProperties] : [],
}));

/** What there is to grant, for those who make a page of it. */
export const permissionListOperation = (): Operation =>
  operation({
    id: 'listPermissions',
    method: 'GET',
    path: '/ext/permissions',
    tag: 'Identity',
    summary: 'List what can be protected, and what can be permitted with each',
    answer: json(listType),
    access: 'signed-in',
    isTenantAware: true,
    example: { answer: { items: items.filter(({ resourceType }) => resourceType === 'USER_TASK') } },
    run: () => ({ items }),
  });
