import { z } from 'zod';
import {
  createAuthorizationTask,
  deleteAuthorizationTask,
  ownerTypes,
  updateAuthorizationTask,
} from '../../identity/change-authorization.ts';
import type { OwnerType, WantedAuthorization } from '../../identity/change-authorization.ts';
import { allPermissions, permissionsOf, resourceTypes, taskProperties } from '../../identity/permissions.ts';
import type { Permission, ResourceType } from '../../identity/permissions.ts';
import type { Runtime } from '../../runtime/create-runtime.ts';
import { Refusal } from '../../runtime/refusal.ts';
import { authorizationPlan } from '../../store/searches/identity-plans.ts';
import { findRow } from '../../store/searches/find-row.ts';
import type { AuthorizationRow } from '../../store/tables/authorizations.ts';
import { keyText } from '../answer.ts';
import { key, text } from '../input.ts';
import { needs } from '../operation/access.ts';
import { created, json, nothing } from '../operation/answer-kinds.ts';
import { keyType } from '../operation/answer-types.ts';
import { body } from '../operation/body-kinds.ts';
import { operation } from '../operation/operation.ts';
import type { Operation } from '../operation/operation.ts';
import { searchOperation } from '../operation/search-operation.ts';
import { submit } from '../operation/submit.ts';
import type { SearchReader } from '../search/read-search.ts';
import { entityId } from './names.ts';

const upper = <T extends readonly [string, ...string[]]>(values: T) =>
  z
    .string()
    .transform((value) => value.toUpperCase())
    .pipe(z.enum(values));
const types = resourceTypes as unknown as [string, ...string[]];
const permissions = allPermissions as unknown as [string, ...string[]];

const wanted = z.strictObject({
  ownerId: entityId,
  ownerType: upper(ownerTypes),
  resourceType: upper(types),
  resourceId: text(256).min(1).nullish().describe('Id of the resource, or `*` for all of them.'),
  resourcePropertyName: z
    .enum(taskProperties)
    .nullish()
    .describe('In place of an id, for user tasks: whoever is this of a task may do it there.'),
  permissionTypes: z.array(upper(permissions)).min(1).max(50),
});

const authorizationType = z
  .strictObject({
    ownerId: z.string(),
    ownerType: z.enum(ownerTypes),
    resourceType: z.enum(resourceTypes),
    resourceId: z.string().nullable(),
    resourcePropertyName: z.string().nullable(),
    permissionTypes: z.array(z.enum(allPermissions)),
    authorizationKey: keyType,
  })
  .meta({ id: 'Authorization' });
export { authorizationType };

const orNull = (value: string): string | null => (value === '' ? null : value);
export const authorizationAnswer = (row: AuthorizationRow): z.input<typeof authorizationType> => ({
  ownerId: row.owner_id,
  ownerType: row.owner_type as OwnerType,
  resourceType: row.resource_type as ResourceType,
  resourceId: orNull(row.resource_id),
  resourcePropertyName: orNull(row.property_name),
  permissionTypes: JSON.parse(row.permissions) as Permission[],
  authorizationKey: keyText(row.key),
});
export const authorizationExample: z.input<typeof authorizationType> = {
  ownerId: 'accounting',
  ownerType: 'GROUP',
  resourceType: 'PROCESS_DEFINITION',
  resourceId: 'invoice',
  resourcePropertyName: null,
  permissionTypes: ['CREATE_PROCESS_INSTANCE', 'READ_PROCESS_INSTANCE'],
  authorizationKey: '1000000090',
};

const { authorizationKey: _key, resourcePropertyName: _none, ...wantedExample } = authorizationExample;

/** What fits together of a grant. Throws INVALID_ARGUMENT that says what does not. */
const read = (given: z.output<typeof wanted>): WantedAuthorization => {
  const { ownerType, ownerId, resourceId = null, resourcePropertyName: property = null } = given;
  const resourceType = given.resourceType as WantedAuthorization['resourceType'];
  const hasId = resourceId !== null && resourceId !== undefined;
  const hasProperty = property !== null && property !== undefined;
  if (hasId === hasProperty)
    throw new Refusal('INVALID_ARGUMENT', 'Expected one of resourceId and resourcePropertyName. Send one of them.');
  if (hasProperty && resourceType !== 'USER_TASK')
    throw new Refusal(
      'INVALID_ARGUMENT',
      `Expected resourceType USER_TASK beside resourcePropertyName, found ${resourceType}.`,
    );
  const known: readonly Permission[] = permissionsOf[resourceType];
  const wrong = given.permissionTypes.find((each) => !known.includes(each as Permission));
  if (wrong !== undefined)
    throw new Refusal(
      'INVALID_ARGUMENT',
      `Expected permissions of ${resourceType} (${known.join(', ')}), found ${wrong}.`,
    );
  return {
    ownerType,
    ownerId,
    resourceType,
    resourceId: resourceId ?? null,
    property: property ?? null,
    permissions: [...new Set(given.permissionTypes)] as Permission[],
  };
};

const list = (value: unknown): readonly string[] => {
  const each = Array.isArray(value) ? value : [value];
  if (!each.every((one) => typeof one === 'string') || each.length > 1_000)
    throw new Refusal('INVALID_ARGUMENT', 'Expected a list of texts.');
  return each;
};
/** How searches of authorizations are read. */
export const authorizationReader: SearchReader<AuthorizationRow> = {
  plan: authorizationPlan,
  filters: ['ownerId', 'ownerType', 'resourceType'],
  custom: { resourceIds: list, resourcePropertyNames: list },
};

const params = { authorizationKey: key };
const tag = 'Identity';
const path = '/v2/authorizations';

/** Authorizations: who may do what with which resource. */
export const authorizationOperations = (runtime: Runtime): readonly Operation[] => {
  const { database } = runtime;
  return [
    operation({
      id: 'createAuthorization',
      method: 'POST',
      path,
      tag,
      summary: 'Grant permissions on a resource',
      description: `Permissions by resource type: ${resourceTypes.map((type) => `${type}: ${permissionsOf[type].join(', ')}`).join('; ')}.`,
      body: body(wanted),
      answer: created(z.strictObject({ authorizationKey: keyType })),
      refusals: ['NOT_FOUND'],
      isRepeatable: true,
      access: needs('AUTHORIZATION', 'CREATE'),
      example: {
        body: wantedExample,
        answer: { authorizationKey: '1000000090' },
      },
      run: async (call) => {
        const row = await submit(runtime, call, createAuthorizationTask(read(call.body)));
        return { authorizationKey: keyText(row.key) };
      },
    }),
    searchOperation(database, {
      id: 'searchAuthorizations',
      path: `${path}/search`,
      tag,
      summary: 'Search authorizations',
      reader: authorizationReader,
      item: authorizationType,
      answer: authorizationAnswer,
      access: needs('AUTHORIZATION', 'READ'),
      example: { body: { filter: { ownerType: 'GROUP' } }, item: authorizationExample },
    }),
    operation({
      id: 'getAuthorization',
      method: 'GET',
      path: `${path}/{authorizationKey}`,
      tag,
      summary: 'Read an authorization',
      params,
      answer: json(authorizationType),
      refusals: ['NOT_FOUND'],
      access: needs('AUTHORIZATION', 'READ'),
      example: { answer: authorizationExample },
      run: async ({ params: { authorizationKey } }) => {
        const row = await findRow<AuthorizationRow>(database, 'authorizations', authorizationKey);
        if (row === null) throw new Refusal('NOT_FOUND', `Authorization with key '${authorizationKey}' not found`);
        return authorizationAnswer(row);
      },
    }),
    operation({
      id: 'updateAuthorization',
      method: 'PUT',
      path: `${path}/{authorizationKey}`,
      tag,
      summary: 'Replace an authorization',
      params,
      body: body(wanted),
      answer: nothing,
      refusals: ['NOT_FOUND'],
      isRepeatable: true,
      access: needs('AUTHORIZATION', 'UPDATE'),
      example: { body: wantedExample },
      run: async (call) =>
        void (await submit(runtime, call, updateAuthorizationTask(call.params.authorizationKey, read(call.body)))),
    }),
    operation({
      id: 'deleteAuthorization',
      method: 'DELETE',
      path: `${path}/{authorizationKey}`,
      tag,
      summary: 'Revoke an authorization',
      params,
      answer: nothing,
      refusals: ['NOT_FOUND'],
      isRepeatable: true,
      access: needs('AUTHORIZATION', 'DELETE'),
      example: {},
      run: async (call) => void (await submit(runtime, call, deleteAuthorizationTask(call.params.authorizationKey))),
    }),
  ];
};
