import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestWorld } from './test-world.ts';
import type { TestWorld } from './test-world.ts';

/** Listens in the place of a server, and writes down what it is asked for: what the server makes of it, its own tests say. */
let listener: Server;
let world: TestWorld;
const asked: { readonly call: string; readonly body: unknown; readonly authorization: string | undefined }[] = [];
let answer: { readonly status: number; readonly body: unknown } = { status: 204, body: null };

beforeAll(async () => {
  listener = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      asked.push({
        call: `${method} ${url}`,
        body: text === '' ? null : JSON.parse(text),
        authorization: headers.authorization,
      });
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(answer.status === 204 ? undefined : JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  world = createTestWorld(`http://127.0.0.1:${(listener.address() as AddressInfo).port}`);
});
afterAll(() => {
  listener.close();
  world.close();
});
beforeEach(() => {
  asked.length = 0;
  answer = { status: 204, body: null };
});

describe('the administration of users', () => {
  it('should read passwords from standard input, and from nowhere else', async () => {
    world.stdin = 'correct horse battery\n';
    answer = { status: 201, body: { username: 'mia' } };
    const { out } = await world.run('user', 'create', 'mia', '--name', 'Mia Berg');
    expect(out).toBe('Added user mia.\n');
    await world.run('user', 'password', 'mia');
    expect(asked.map(({ call, body }) => [call, body])).toEqual([
      ['POST /v2/users', { username: 'mia', password: 'correct horse battery', name: 'Mia Berg' }],
      ['PUT /v2/users/mia', { password: 'correct horse battery' }],
    ]);
    world.stdin = '';
    expect((await world.run('user', 'create', 'mia')).code).toBe(2);
    expect(asked).toHaveLength(2);
  });

  it('should list, let in, shut out and remove', async () => {
    await world.run('user', 'disable', 'a/b');
    await world.run('user', 'enable', 'mia');
    await world.run('user', 'delete', 'mia');
    expect(asked.map(({ call, body }) => [call, body])).toEqual([
      ['PUT /ext/users/a%2Fb/enabled', { isEnabled: false }],
      ['PUT /ext/users/mia/enabled', { isEnabled: true }],
      ['DELETE /v2/users/mia', null],
    ]);
    answer = { status: 200, body: { items: [{ username: 'mia', name: 'Mia', email: null, isEnabled: true }] } };
    expect((await world.run('user', 'list')).out).toMatch(/\nmia +yes +- +Mia\n$/);
  });
});

describe('the administration of tokens', () => {
  it('should print a new token alone, so that it can be kept', async () => {
    answer = { status: 201, body: { tokenId: '3f2a', name: 'w', token: 'baton_3f2a_secret' } };
    const { out, err } = await world.run(
      'token',
      'create',
      'w',
      '--scope',
      'A:B',
      '--scope',
      'C:*',
      '--expires',
      '2031-01-31',
    );
    expect(out).toBe('baton_3f2a_secret\n');
    expect(err).toContain('shown this once');
    expect(asked[0]?.body).toEqual({ name: 'w', scopes: ['A:B', 'C:*'], expiresAt: '2031-01-31T00:00:00.000Z' });
    await world.run('token', 'create', 'w', '--client', 'c', '--expires', '2d');
    const { expiresAt, ...rest } = asked[1]?.body as { expiresAt: string };
    expect(rest).toEqual({ name: 'w', clientId: 'c' });
    expect(Math.round((Date.parse(expiresAt) - Date.now()) / 86_400_000)).toBe(2);
    expect((await world.run('token', 'create', 'w', '--expires', 'soon')).code).toBe(2);
  });

  it('should list and revoke, as whoever the environment says', async () => {
    world.env['BATON_TOKEN'] = 't';
    answer = {
      status: 200,
      body: { items: [{ tokenId: '3f2a', name: 'w', ownerId: 'mia', scopes: ['A:B'], expiresAt: null }] },
    };
    expect((await world.run('token', 'list')).out).toMatch(/\n3f2a +w +mia +- +A:B\n$/);
    answer = { status: 204, body: null };
    expect((await world.run('token', 'revoke', '3f2a')).out).toBe('Revoked token 3f2a.\n');
    expect(asked.map(({ call }) => call)).toEqual(['POST /ext/tokens/search', 'DELETE /ext/tokens/3f2a']);
    expect(asked.map(({ authorization }) => authorization)).toEqual(['Bearer t', 'Bearer t']);
    delete world.env['BATON_TOKEN'];
  });

  it('should tell who may not from what is wrong', async () => {
    answer = { status: 403, body: { title: 'FORBIDDEN', detail: 'A token makes no tokens.' } };
    expect(await world.run('token', 'create', 'w')).toMatchObject({
      code: 5,
      err: 'error FORBIDDEN: A token makes no tokens.\n',
    });
    answer = { status: 401, body: { title: 'UNAUTHORIZED', detail: 'Sign in.' } };
    expect((await world.run('user', 'list')).code).toBe(5);
  });
});
