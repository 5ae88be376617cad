import { z } from 'zod';
import { changeUserTask } from '../../identity/change-user.ts';
import { componentsOf } from '../../identity/components-of.ts';
import { readCredentials } from '../../identity/credentials.ts';
import type { Identity } from '../../identity/identity.ts';
import { hashPassword } from '../../identity/passwords.ts';
import type { Principal } from '../../identity/principal.ts';
import type { Runtime } from '../../runtime/create-runtime.ts';
import { Refusal } from '../../runtime/refusal.ts';
import { authorizationPlan, namedPlan } from '../../store/searches/identity-plans.ts';
import type { NamedRow } from '../../store/searches/identity-plans.ts';
import { runSearch } from '../../store/searches/run-search.ts';
import type { Field, Filter } from '../../store/searches/search-plan.ts';
import { text } from '../input.ts';
import { json, nothing } from '../operation/answer-kinds.ts';
import { pageType } from '../operation/answer-types.ts';
import { body, searchBody } from '../operation/body-kinds.ts';
import { onePage } from '../operation/examples.ts';
import { operation } from '../operation/operation.ts';
import type { Operation } from '../operation/operation.ts';
import { searchAnswer } from '../search/read-search.ts';
import {
  authorizationAnswer,
  authorizationExample,
  authorizationReader,
  authorizationType,
} from './authorization-operations.ts';
import { noSessionCookie, sessionCookie } from './session-cookie.ts';
import { newPassword } from './user-operations.ts';

const tenantType = z.strictObject({ name: z.string(), tenantId: z.string(), description: z.string().nullable() });
const meType = z
  .strictObject({
    username: z.string(),
    displayName: z.string().nullable(),
    email: z.string().nullable(),
    authorizedComponents: z.array(z.string()).describe('Parts of the web app; `*` for all.'),
    tenants: z.array(tenantType),
    groups: z.array(z.string()),
    roles: z.array(z.string()),
    salesPlanType: z.string().nullable(),
    c8Links: z.record(z.string(), z.string()),
    canLogout: z.boolean(),
  })
  .meta({ id: 'Caller' });

const tag = 'Identity';
const tenantPlan = namedPlan('tenants', 'tenant_id', 'tenantId');

/** Signing in and out, and who one is. */
export const authenticationOperations = (runtime: Runtime, identity: Identity): readonly Operation[] => {
  const { database } = runtime;
  const { isSecure, login } = identity;
  return [
    operation({
      id: 'getAuthentication',
      method: 'GET',
      path: '/v2/authentication/me',
      tag,
      summary: 'Tell the caller who they are',
      description: 'On a server that asks nobody the name is `anonymous`.',
      answer: json(meType),
      access: 'signed-in',
      isTenantAware: true,
      example: {
        answer: {
          username: 'mia',
          displayName: 'Mia Berg',
          email: 'mia@example.org',
          authorizedComponents: ['tasklist'],
          tenants: [{ name: 'Default', tenantId: '<default>', description: null }],
          groups: ['accounting'],
          roles: ['task-worker'],
          salesPlanType: null,
          c8Links: {},
          canLogout: true,
        },
      },
      run: async ({ permit: { principal } }) => ({
        username: principal.id ?? 'anonymous',
        displayName: principal.name,
        email: principal.email,
        authorizedComponents: [...componentsOf(principal)],
        tenants: await tenantsOf(runtime, principal),
        groups: [...principal.groups],
        roles: [...principal.roles],
        salesPlanType: null,
        c8Links: {},
        canLogout: principal.proof === 'session',
      }),
    }),
    operation({
      id: 'searchOwnAuthorizations',
      method: 'POST',
      path: '/v2/authentication/me/authorizations/search',
      tag,
      summary: 'Search what was granted to the caller, by themselves, their groups and roles',
      body: searchBody(authorizationReader),
      answer: json(
        z.strictObject({ authorizationsEnabled: z.boolean(), items: z.array(authorizationType), page: pageType }),
      ),
      access: 'signed-in',
      isTenantAware: true,
      example: { body: {}, answer: { authorizationsEnabled: true, ...onePage(authorizationExample) } },
      run: async ({ body: search, permit: { principal } }) => {
        const filter = { ...search.filter, anyOf: ownerFilters(principal) };
        const found = await runSearch(database, authorizationPlan, { ...search, filter });
        return { authorizationsEnabled: identity.isOn, ...searchAnswer(found, authorizationAnswer) };
      },
    }),
    operation({
      id: 'signIn',
      method: 'POST',
      path: '/ext/authentication/login',
      tag,
      summary: 'Sign in to the web app',
      description:
        'Sets the session cookie. After five failures the account and the address wait, twice as long each time, a minute at most: 429 with Retry-After.',
      body: body(z.strictObject({ username: text(256).min(1), password: text(1_000) })),
      answer: nothing,
      refusals: ['UNAUTHORIZED', 'TOO_MANY_REQUESTS'],
      access: 'anyone',
      example: { body: { username: 'mia', password: 'correct horse battery' } },
      run: async ({ body: { username, password } }, { request, response }) => {
        const begun = await login.byPassword(username, password, identity.addressOf(request));
        response.setHeader('set-cookie', sessionCookie(begun.secret, begun.lifeMs, isSecure));
      },
    }),
    operation({
      id: 'signOut',
      method: 'POST',
      path: '/ext/authentication/logout',
      tag,
      summary: 'Sign out of the web app',
      description: 'Ends the session of the cookie and takes the cookie away. Without one nothing happens.',
      body: body(z.strictObject({})),
      answer: nothing,
      access: 'anyone',
      example: { body: {} },
      run: async (_call, { request, response }) => {
        const credentials = readCredentials({ cookie: request.headers.cookie }, isSecure);
        if (credentials.kind === 'cookie') await login.end(credentials.secret, identity.addressOf(request));
        response.setHeader('set-cookie', noSessionCookie(isSecure));
      },
    }),
    operation({
      id: 'changeOwnPassword',
      method: 'POST',
      path: '/ext/authentication/password',
      tag,
      summary: 'Change one’s own password',
      description: 'Ends all sessions of the user; this one is replaced by a new one.',
      body: body(z.strictObject({ currentPassword: text(1_000), newPassword })),
      answer: nothing,
      refusals: ['UNAUTHORIZED', 'TOO_MANY_REQUESTS', 'INVALID_STATE'],
      access: 'signed-in',
      isTenantAware: true,
      example: { body: { currentPassword: 'correct horse battery', newPassword: 'a longer phrase this time' } },
      run: async (call, { request, response }) => {
        const { body: given, permit } = call;
        const { principal } = permit;
        const username = principal.id;
        if (
          principal.type !== 'USER' ||
          username === null ||
          (principal.proof !== 'session' && principal.proof !== 'password')
        )
          throw new Refusal('INVALID_STATE', 'Expected a user who signed in with a password of this server.');
        // The session alone is not enough: it may have been left open.
        const address = identity.addressOf(request);
        await login.check(username, given.currentPassword, address);
        const change = changeUserTask(username, { password_hash: await hashPassword(given.newPassword) });
        await runtime.pipeline.submit({ ...change, audit: call.audit() });
        if (principal.proof !== 'session') return;
        const begun = await login.byPassword(username, given.newPassword, address);
        response.setHeader('set-cookie', sessionCookie(begun.secret, begun.lifeMs, isSecure));
      },
    }),
  ];
};

const tenantsOf = async ({ database }: Runtime, { tenants, grants }: Principal) => {
  const ids = grants === null ? ['<default>'] : tenants;
  if (ids.length === 0) return [];
  const condition = { field: tenantPlan.fields['tenantId'] as Field, operator: 'in', value: ids } as const;
  const { rows } = await runSearch(database, tenantPlan, {
    filter: { conditions: [condition], custom: [], anyOf: [] },
    sort: [],
    page: { kind: 'offset', from: 0, limit: 1_000 },
  });
  return rows.map(({ id, name, description }: NamedRow) => ({ tenantId: id, name, description }));
};

/** One for each of what somebody is; none where nobody is asked, which finds all. */
const ownerFilters = ({ type, id, groups, roles, grants }: Principal): Filter[] => {
  if (grants === null || id === null) return [];
  const owners: readonly (readonly [string, readonly string[]])[] = [
    [type, [id]],
    ['GROUP', groups],
    ['ROLE', roles],
  ];
  return owners
    .filter(([, ids]) => ids.length > 0)
    .map(([ownerType, ids]) => ({
      conditions: [
        { field: authorizationPlan.fields['ownerType'] as Field, operator: 'eq', value: [ownerType] },
        { field: authorizationPlan.fields['ownerId'] as Field, operator: 'in', value: ids },
      ],
      custom: [],
      anyOf: [],
    }));
};
