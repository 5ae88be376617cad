import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { basic, bearer, password, startGuardedServer } from './guarded-server.ts';
import type { GuardedServer } from './guarded-server.ts';

let server: GuardedServer;
beforeAll(async () => {
  server = await startGuardedServer();
});
afterAll(() => server.close());

const me = '/v2/authentication/me';
const cookieOf = (answer: { headers: Headers }): Record<string, string> => ({
  cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '',
  origin: server.address,
});
const login = (username: string, secret: string) =>
  server.post('/ext/authentication/login', { username, password: secret });

describe('a server that asks who one is', () => {
  it('should begin with one administrator whose password is told once, and tell nobody else anything', async () => {
    expect(server.adminPassword).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
    expect((await server.get(me)).status).toBe(401);
    expect((await server.get(me)).headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect((await server.post('/v2/process-instances/search')).body).toMatchObject({
      title: 'UNAUTHORIZED',
      status: 401,
    });
    const { body } = await server.as(server.admin, 'GET', me);
    expect(body).toMatchObject({ username: 'admin', roles: ['admin'], authorizedComponents: ['*'], canLogout: false });
    expect((await server.get('/v2/status')).status).toBe(204);
    expect((await server.get('/ext/info')).body.login).toBe('password');
  });

  it('should refuse what is wrong, whatever is wrong with it, in the same words', async () => {
    await server.addUser('tom');
    const wrong = await server.as(basic('tom', 'not his password'), 'GET', me);
    const unknown = await server.as(basic('nobody', 'not his password'), 'GET', me);
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.body.detail).toBe(unknown.body.detail);
    for (const authorization of ['Basic !!!', 'Bearer', 'Bearer a.b.c', 'Digest x', 'Bearer baton_0123456789abcdef_x'])
      expect((await server.as({ authorization }, 'GET', me)).status, authorization).toBe(401);
    // Absent, as one of the clients sends it.
    expect((await server.as({ authorization: '' }, 'GET', '/v2/license')).status).toBe(200);
  });

  it('should sign in and out of the web app by a cookie that scripts cannot read', async () => {
    await server.addUser('mia', 'task-worker');
    const signedIn = await login('mia', password);
    expect(signedIn.status).toBe(204);
    expect(signedIn.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax; Max-Age=\d+$/);
    const cookie = cookieOf(signedIn);
    expect((await server.as(cookie, 'GET', me)).body).toMatchObject({
      username: 'mia',
      canLogout: true,
      roles: ['task-worker'],
      authorizedComponents: ['tasklist'],
    });
    // A page of somebody else's could make the browser send it.
    const { origin: _own, ...withoutOrigin } = cookie;
    expect((await server.as(withoutOrigin, 'POST', '/ext/tokens', { name: 'x' })).status).toBe(403);
    expect(
      (await server.as({ ...cookie, origin: 'https://evil.example' }, 'POST', '/ext/tokens', { name: 'x' })).status,
    ).toBe(403);
    expect((await server.as(cookie, 'POST', '/ext/authentication/logout', {})).status).toBe(204);
    expect((await server.as(cookie, 'GET', me)).status).toBe(401);
  });

  it('F51: should end sessions and tokens at once when somebody is disabled, removed, or has a new password', async () => {
    await server.addUser('eve', 'operator');
    const cookie = cookieOf(await login('eve', password));
    const { token } = (await server.as(cookie, 'POST', '/ext/tokens', { name: 'mine' })).body;
    expect((await server.as(bearer(token), 'GET', me)).body.username).toBe('eve');
    const stream = await fetch(`${server.address}/ext/events`, { headers: cookie });
    const heard = stream.text();
    await server.as(server.admin, 'PUT', '/ext/users/eve/enabled', { isEnabled: false });
    // What listened hears no more.
    expect(await heard).toContain('event: hello');
    for (const proof of [cookie, bearer(token), basic('eve')])
      expect((await server.as(proof, 'GET', me)).status).toBe(401);
    await server.as(server.admin, 'PUT', '/ext/users/eve/enabled', { isEnabled: true });
    // The session has ended; the token was only of no use meanwhile.
    expect((await server.as(cookie, 'GET', me)).status).toBe(401);
    expect((await server.as(bearer(token), 'GET', me)).status).toBe(200);

    const again = cookieOf(await login('eve', password));
    const changed = await server.as(again, 'POST', '/ext/authentication/password', {
      currentPassword: password,
      newPassword: 'another long phrase',
    });
    expect(changed.status).toBe(204);
    expect((await server.as(again, 'GET', me)).status).toBe(401);
    expect((await server.as(cookieOf(changed), 'GET', me)).status).toBe(200);
    expect((await server.as(basic('eve'), 'GET', me)).status).toBe(401);

    await server.as(server.admin, 'DELETE', '/v2/users/eve');
    for (const proof of [cookieOf(changed), bearer(token)])
      expect((await server.as(proof, 'GET', me)).status).toBe(401);
  });

  it('F51: should take a role away at once', async () => {
    const headers = await server.addUser('rik', 'operator');
    expect((await server.as(headers, 'POST', '/v2/process-instances/search', {})).status).toBe(200);
    await server.as(server.admin, 'DELETE', '/v2/roles/operator/users/rik');
    expect((await server.as(headers, 'POST', '/v2/process-instances/search', {})).status).toBe(403);
  });

  it('should keep who guesses waiting, and no longer than a minute', async () => {
    const guarded = await startGuardedServer();
    try {
      await guarded.addUser('zoe');
      for (let each = 0; each < 5; each += 1)
        expect(
          (await guarded.post('/ext/authentication/login', { username: 'zoe', password: `guess ${each}` })).status,
        ).toBe(401);
      const waiting = await guarded.post('/ext/authentication/login', { username: 'zoe', password });
      expect(waiting.status).toBe(429);
      expect(waiting.body.title).toBe('TOO_MANY_REQUESTS');
      expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      await guarded.close();
    }
  });
});

describe('API tokens', () => {
  it('should be limited by their scopes, end when revoked, and make no further ones', async () => {
    const { admin } = server;
    const made = await server.as(admin, 'POST', '/ext/tokens', {
      name: 'reader',
      scopes: ['PROCESS_DEFINITION:READ_PROCESS_INSTANCE'],
    });
    expect(made.status).toBe(201);
    const token = bearer(made.body.token);
    expect((await server.as(token, 'POST', '/v2/process-instances/search', {})).status).toBe(200);
    expect((await server.as(token, 'POST', '/v2/process-instances', { processDefinitionId: 'x' })).status).toBe(403);
    expect((await server.as(token, 'POST', '/ext/tokens', { name: 'child' })).status).toBe(403);
    const listed = await server.as(admin, 'POST', '/ext/tokens/search', {});
    expect(JSON.stringify(listed.body)).not.toContain(made.body.token.slice('baton_0123456789abcdef_'.length));
    // Somebody else's token is not there for those who do not administer.
    const other = await server.addUser('tim');
    expect((await server.as(other, 'DELETE', `/ext/tokens/${made.body.tokenId}`)).status).toBe(404);
    expect((await server.as(admin, 'DELETE', `/ext/tokens/${made.body.tokenId}`)).status).toBe(204);
    expect((await server.as(token, 'POST', '/v2/process-instances/search', {})).status).toBe(401);
  });

  it('should not be taken when expired', async () => {
    const made = await server.as(server.admin, 'POST', '/ext/tokens', {
      name: 'old',
      expiresAt: '2020-01-01T00:00:00Z',
    });
    expect((await server.as(bearer(made.body.token), 'GET', me)).status).toBe(401);
  });

  it('should be the OAuth client secret of a client, whose access tokens end with it', async () => {
    const { admin } = server;
    const made = await server.as(admin, 'POST', '/ext/tokens', { name: 'worker', clientId: 'invoice-worker' });
    await server.as(admin, 'PUT', '/v2/roles/job-worker/clients/invoice-worker');
    const ask = (secret: string) =>
      fetch(`${server.address}/oauth/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: 'invoice-worker',
          client_secret: secret,
        }),
      });
    expect((await ask('wrong')).status).toBe(401);
    const given = await ask(made.body.token);
    expect(given.headers.get('cache-control')).toBe('no-store');
    const {
      access_token: access,
      token_type: kind,
      expires_in: lifeS,
    } = (await given.json()) as { access_token: string; token_type: string; expires_in: number };
    expect([kind, lifeS]).toEqual(['Bearer', 3_600]);
    const poll = { type: 'x', worker: 'w', timeout: 1_000, maxJobsToActivate: 1, requestTimeout: -1 };
    expect((await server.as(bearer(access), 'POST', '/v2/jobs/activation', poll)).body).toEqual({ jobs: [] });
    expect((await server.as(bearer(access), 'POST', '/v2/users/search', {})).status).toBe(403);
    await server.as(admin, 'DELETE', `/ext/tokens/${made.body.tokenId}`);
    expect((await server.as(bearer(access), 'POST', '/v2/jobs/activation', poll)).status).toBe(401);
  });
});
