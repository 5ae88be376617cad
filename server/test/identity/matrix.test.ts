import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needsOf } from '../../src/api/operation/access.ts';
import type { Operation } from '../../src/api/operation/operation.ts';
import { declaredOperations } from '../../src/api/api-description.ts';
import { defaultTenant } from '../../src/default-tenant.ts';
import { permissionsOf, resourceTypes, tenantless } from '../../src/identity/permissions.ts';
import { accessOf, accessTable } from './access-table.ts';
import { basic, bearer, password, startGuardedServer } from './guarded-server.ts';
import type { GuardedServer } from './guarded-server.ts';

const operations = declaredOperations();

const actors = [
  'anonymous',
  'no rights',
  'read',
  'wrong resource',
  'wrong tenant',
  'admin',
  'expired',
  'disabled user',
  'worker token',
] as const;
type Actor = (typeof actors)[number];

let server: GuardedServer;
let headers: Record<Actor, Readonly<Record<string, string>>>;
beforeAll(async () => {
  server = await startGuardedServer({ isClockControlled: true, isMultiTenant: true });
  const { admin } = server;
  const token = async (body: object, by: Readonly<Record<string, string>> = admin): Promise<string> =>
    (await server.as(by, 'POST', '/ext/tokens', body)).body.token;
  await server.as(admin, 'PUT', '/v2/roles/job-worker/clients/worker');
  headers = {
    anonymous: {},
    'no rights': await server.addUser('idle'),
    read: await server.addUser('auditor', 'readonly-admin'),
    'wrong resource': await server.addUser('elsewhere'),
    // All rights, in a tenant where nothing is; what operations name without a word is of the default one.
    'wrong tenant': await server.addUser('stranger'),
    admin,
    expired: bearer(await token({ name: 'old', expiresAt: '2020-01-01T00:00:00Z' })),
    // By a token: a password would be asked too often for the throttle.
    'disabled user': bearer(await token({ name: 'mine' }, await server.addUser('gone', 'admin'))),
    'worker token': bearer(await token({ name: 'worker', clientId: 'worker' })),
  };
  for (const type of resourceTypes) {
    await server.grant('elsewhere', type, 'another', ...permissionsOf[type]);
    if (!tenantless.has(type)) await server.grant('stranger', type, '*', ...permissionsOf[type]);
  }
  for (const username of ['idle', 'elsewhere'])
    await server.as(admin, 'PUT', `/v2/tenants/${encodeURIComponent(defaultTenant)}/users/${username}`);
  await server.as(admin, 'POST', '/v2/tenants', { tenantId: 'north', name: 'North' });
  await server.as(admin, 'PUT', '/v2/tenants/north/users/stranger');
  await server.as(admin, 'PUT', '/ext/users/gone/enabled', { isEnabled: false });
});
afterAll(() => server.close());

/** What the role of the worker token may do; written by hand, so that a wider default role is seen. */
const workerMay = [
  'CREATE_PROCESS_INSTANCE on PROCESS_DEFINITION',
  'READ_PROCESS_DEFINITION on PROCESS_DEFINITION',
  'READ_PROCESS_INSTANCE on PROCESS_DEFINITION',
  'UPDATE_PROCESS_INSTANCE on PROCESS_DEFINITION',
  'CREATE on MESSAGE',
  'READ on MESSAGE',
  'CREATE on DOCUMENT',
  'READ on DOCUMENT',
  'DELETE on DOCUMENT',
];

/** The resource is the message, which the body names. */
const namedInBody = new Set(['publishMessage', 'correlateMessage']);

type Verdict = 'taken' | 401 | 403;
const verdict = (actor: Actor, operation: Operation): Verdict => {
  // Credentials that do not hold are never as good as none.
  if (actor === 'expired' || actor === 'disabled user') return 401;
  if (operation.access === 'anyone') return 'taken';
  if (actor === 'anonymous') return 401;
  if (actor === 'wrong tenant' && inDefaultTenant.has(operation.id)) return 403;
  if (operation.access === 'signed-in' || actor === 'admin') return 'taken';
  const needs = needsOf(operation.access);
  switch (actor) {
    case 'read':
      return needs.some(({ permission }) => permission === 'ACCESS' || permission.startsWith('READ')) ? 'taken' : 403;
    case 'wrong resource':
      // What is named in the address is the resource itself: it is known to be another.
      if (operation.tag === 'Identity' && operation.params !== undefined) return 403;
      if (namedInBody.has(operation.id)) return 403;
      return operation.isLimitable === true ? 'taken' : 403;
    case 'worker token':
      return needs.some(({ permission, resource }) => workerMay.includes(`${permission} on ${resource}`))
        ? 'taken'
        : 403;
    case 'wrong tenant':
      return needs.every(({ resource }) => tenantless.has(resource)) ? 403 : 'taken';
    default:
      return 403;
  }
};

/** What names no tenant is about the default one; written by hand, so that one that forgets to ask is seen. */
const inDefaultTenant = new Set([
  'createDeployment',
  'createProcessInstance',
  'createProcessInstances',
  'activateJobs',
  'publishMessage',
  'correlateMessage',
  'broadcastSignal',
  'evaluateConditionals',
  'evaluateDecision',
  'evaluateExpression',
  'createTenantClusterVariable',
  'getTenantClusterVariable',
  'updateTenantClusterVariable',
  'deleteTenantClusterVariable',
  'createDocument',
  'createDocuments',
  'getDocument',
  'deleteDocument',
  'createDocumentLink',
  'createDocumentLinkBySingular',
  'createDraft',
  'createDraftFolder',
  'createTaskFilter',
  'storeElementTemplates',
  'deleteElementTemplate',
  'validateResource',
  'tryDecision',
  'playDraft',
  'runScenarios',
  'deployExample',
  'getForm',
]);

/**
 * Refused for their own reasons, which other tests look at: a wrong password, a token that must make no tokens, and a first administrator where there is one.
 */
const ownRules = new Set(['signIn', 'changeOwnPassword', 'createToken', 'createAdminUser']);

const statusOf = async (
  { id, method, path, body, example, params }: Operation,
  as: Readonly<Record<string, string>>,
) => {
  const address = Object.keys(params ?? {}).reduce(
    (text, name) => text.replace(`{${name}}`, name === 'decisionEvaluationInstanceKey' ? '1-1' : '1'),
    // A tenant that is not there is refused like a foreign one.
    path.replace(
      'cluster-variables/tenants/{tenantId}',
      `cluster-variables/tenants/${encodeURIComponent(defaultTenant)}`,
    ),
  );
  const gone = new AbortController();
  const init: RequestInit = { method, headers: { ...as }, signal: gone.signal };
  if (body?.kind === 'multipart') {
    const form = new FormData();
    form.append('resources', new Blob(['{}']), 'some.txt');
    form.append('file', new Blob(['{}']), 'some.txt');
    init.body = form;
  } else if (body !== undefined) {
    // Nobody waits here for jobs that will not come.
    const sent = id === 'activateJobs' ? { ...(example.body as object), requestTimeout: -1 } : example.body;
    init.body = JSON.stringify(sent);
    init.headers = { ...as, 'content-type': 'application/json' };
  }
  const { status } = await fetch(server.address + address, init);
  gone.abort();
  return status;
};

describe('F49 every operation, for everybody', () => {
  it('should stand in the table of accesses as it is declared', () => {
    expect(Object.fromEntries(operations.map((operation) => [operation.id, accessOf(operation)]))).toEqual(accessTable);
  });

  it.each(actors)('should be taken or refused as the table says for: %s', async (actor) => {
    const wrong: string[] = [];
    for (const operation of operations) {
      if (ownRules.has(operation.id)) continue;
      const status = await statusOf(operation, headers[actor]);
      const wanted = verdict(actor, operation);
      const isFine = wanted === 'taken' ? status !== 401 && status !== 403 && status < 500 : status === wanted;
      if (!isFine) wrong.push(`${operation.id}: expected ${wanted}, found ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('should not have been changed by anybody but the administrator', async () => {
    // The matrix tries to remove and disable what it can reach; whoever tried it is still who they were.
    for (const username of ['idle', 'auditor', 'elsewhere', 'stranger'])
      expect((await server.as(basic(username, password), 'GET', '/v2/authentication/me')).status).toBe(200);
  });
});
