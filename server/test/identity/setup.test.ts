import createCamundaClient, { Username } from '@camunda8/orchestration-cluster-api';
import { expect, it } from 'vitest';
import { createTestStore } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import { basic, password, startGuardedServer } from './guarded-server.ts';

const boss = { username: 'boss', password, name: 'Bo', email: null };

it('should take a first administrator as long as nobody is asked for a login, and no second one', async () => {
  const store = await createTestStore('sqlite');
  const open = await startTestServer('sqlite', {}, store);
  const weak = await open.post('/v2/setup/user', { ...boss, password: 'boss' });
  expect(weak.status).toBe(400);
  const client = createCamundaClient({
    config: { CAMUNDA_REST_ADDRESS: open.address, CAMUNDA_SDK_VALIDATION: 'res:fanatical' },
  });
  expect(await client.createAdminUser({ username: 'boss', password, name: 'Bo', email: 'bo@example.org' })).toEqual({
    username: Username.assumeExists('boss'),
    name: 'Bo',
    email: 'bo@example.org',
  });
  const second = await open.post('/v2/setup/user', { ...boss, username: 'other' });
  expect(second).toMatchObject({
    status: 403,
    body: { title: 'FORBIDDEN', detail: expect.stringMatching(/Ask them/) },
  });
  await open.close();

  const told: string[] = [];
  const settings = { isAuthOn: true, tellPassword: (username: string) => void told.push(username) };
  const guarded = await startTestServer('sqlite', settings, store);
  // It needs no administrator of its own.
  expect(told).toEqual([]);
  expect((await guarded.request('GET', '/v2/authentication/me', undefined, basic('boss'))).body).toMatchObject({
    username: 'boss',
    roles: ['admin'],
  });
  await guarded.close();
  await store.drop();
});

it('should take none where logins are asked for, even when the last administrator is gone', async () => {
  const server = await startGuardedServer();
  expect((await server.post('/v2/setup/user', boss)).status).toBe(403);
  expect((await server.as(server.admin, 'POST', '/v2/setup/user', boss)).status).toBe(403);
  expect((await server.as(server.admin, 'PUT', '/ext/users/admin/enabled', { isEnabled: false })).status).toBe(204);
  expect((await server.post('/v2/setup/user', boss)).status).toBe(403);
  await server.close();
});
