import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { basic, password, startGuardedServer } from '../identity/guarded-server.ts';
import type { GuardedServer } from '../identity/guarded-server.ts';
import { createTestWorld } from './test-world.ts';
import type { TestWorld } from './test-world.ts';

let server: GuardedServer;
let world: TestWorld;
beforeAll(async () => {
  server = await startGuardedServer();
  world = createTestWorld(server.address);
});
afterAll(async () => {
  world.close();
  await server.close();
});
beforeEach(() => {
  world.env['BATON_USERNAME'] = 'admin';
  world.env['BATON_PASSWORD'] = server.adminPassword;
  delete world.env['BATON_TOKEN'];
  world.stdin = `${password}\n`;
});

/** Runs a command that must do well; answers what it printed. */
const done = async (...words: readonly string[]): Promise<string> => {
  const { code, out, err } = await world.run(...words);
  expect(code, err).toBe(0);
  return out;
};
const me = async (username: string, secret = password): Promise<number> =>
  (await server.as(basic(username, secret), 'GET', '/v2/authentication/me')).status;

describe('the administration of users', () => {
  it('should add users who then sign in, with passwords from standard input and from nowhere else', async () => {
    expect(await done('user', 'create', 'mia', '--name', 'Mia Berg', '--email', 'mia@example.org')).toBe(
      'Added user mia.\n',
    );
    expect(await me('mia')).toBe(200);
    world.stdin = 'another long phrase\n';
    expect(await done('user', 'password', 'mia')).toBe('Changed the password of mia.\n');
    expect(await me('mia', 'another long phrase')).toBe(200);
    world.stdin = '';
    expect(await world.run('user', 'create', 'tom')).toMatchObject({ code: 2 });
    world.stdin = 'short\n';
    expect(await world.run('user', 'create', 'tom')).toMatchObject({ code: 1 });
    world.stdin = password;
    expect(await world.run('user', 'create', 'mia')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^error ALREADY_EXISTS: /),
    });
  });

  it('should list and show them, for people and for programs', async () => {
    expect(await done('user', 'list')).toMatch(/\nmia +yes +mia@example\.org +Mia Berg\n/);
    const listed = await world.json('user', 'list');
    expect(listed).toContainEqual({ username: 'mia', name: 'Mia Berg', email: 'mia@example.org', isEnabled: true });
    expect(await done('user', 'get', 'mia')).toMatch(/groups +\[\]\n/);
    expect(await world.json('user', 'get', 'admin')).toMatchObject({ username: 'admin', roles: ['admin'] });
    expect(await world.run('user', 'get', 'nobody')).toMatchObject({ code: 4 });
  });

  it('should shut out, let in and remove', async () => {
    await done('user', 'create', 'eve');
    await done('user', 'disable', 'eve');
    expect(await me('eve')).toBe(401);
    expect(await world.json('user', 'enable', 'eve')).toEqual({ username: 'eve', isEnabled: true });
    expect(await me('eve')).toBe(200);
    expect(await done('user', 'delete', 'eve')).toBe('Removed user eve.\n');
    expect(await me('eve')).toBe(401);
    expect(await world.run('user', 'delete', 'eve')).toMatchObject({ code: 4 });
  });
});

describe('the administration of groups and roles', () => {
  it('should make a group, fill it, give it a role, and undo all that', async () => {
    await done('group', 'create', 'north', '--name', 'The north', '--description', 'Half of us');
    expect(await done('group', 'list')).toMatch(/\nnorth +The north +Half of us\n/);
    expect(await done('group', 'add', 'north', '--user', 'mia', '--client', 'robot')).toBe(
      'Put mia, robot into group north.\n',
    );
    await done('role', 'create', 'counters');
    await done('role', 'add', 'counters', '--group', 'north', '--user', 'mia');
    expect(await world.json('group', 'members', 'north')).toEqual([
      { type: 'user', id: 'mia' },
      { type: 'client', id: 'robot' },
    ]);
    expect(await done('role', 'members', 'counters')).toMatch(/user +mia\ngroup +north\n$/);
    expect(await world.json('user', 'get', 'mia')).toMatchObject({ groups: ['north'], roles: ['counters'] });
    expect(await world.json('role', 'list')).toContainEqual({ id: 'counters', name: 'counters', description: null });
    expect(await world.run('group', 'add', 'north', '--user', 'mia')).toMatchObject({ code: 1 });

    await done('group', 'remove', 'north', '--user', 'mia', '--client', 'robot');
    expect((await world.run('group', 'members', 'north')).err).toBe('No members found.\n');
    await done('role', 'remove', 'counters', '--group', 'north', '--user', 'mia');
    await done('role', 'delete', 'counters');
    await done('group', 'delete', 'north');
    expect(await world.run('group', 'members', 'north')).toMatchObject({ code: 4 });
  });

  it('should want to know who', async () => {
    expect(await world.run('role', 'add', 'admin')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--user <id>, --client <id>, --group <id>'),
    });
    expect(await world.run('group', 'add', 'nowhere', '--user', 'mia')).toMatchObject({ code: 4 });
  });
});

describe('the administration of tokens', () => {
  it('should print a new token alone, which signs in until it is revoked', async () => {
    const { out, err } = await world.run('token', 'create', 'ci', '--scope', '*:READ', '--expires', '90d');
    expect(out).toMatch(/^baton_\S+\n$/);
    expect(err).toContain('shown this once');
    const [listed] = await world.json('token', 'list');
    expect(listed).toMatchObject({ name: 'ci', ownerId: 'admin', scopes: ['*:READ'] });
    expect(Math.round((Date.parse(listed.expiresAt) - Date.now()) / 86_400_000)).toBe(90);
    expect(await done('token', 'list')).toMatch(/ci +admin +\S+ +\*:READ\n$/);

    world.env['BATON_TOKEN'] = out.trim();
    expect((await world.run('user', 'list')).code).toBe(0);
    // It may read only, and makes no tokens.
    expect(await world.run('user', 'delete', 'mia')).toMatchObject({ code: 5 });
    expect(await world.run('token', 'create', 'more')).toMatchObject({ code: 5 });
    delete world.env['BATON_TOKEN'];
    expect(await done('token', 'revoke', listed.tokenId)).toBe(`Revoked token ${listed.tokenId}.\n`);
    world.env['BATON_TOKEN'] = out.trim();
    expect(await world.run('user', 'list')).toMatchObject({ code: 5 });
  });

  it('should make tokens of clients, and none that makes no sense', async () => {
    const made = await world.json('token', 'create', 'w', '--client', 'robot', '--expires', '2031-01-31');
    expect(made).toMatchObject({ ownerType: 'CLIENT', ownerId: 'robot', expiresAt: '2031-01-31T00:00:00.000Z' });
    expect((await world.run('token', 'create', 'w', '--expires', 'soon')).code).toBe(2);
    expect((await world.run('token', 'create', 'w', '--scope', 'nonsense')).code).toBe(1);
    expect(await world.run('token', 'revoke', 'unknown')).toMatchObject({ code: 4 });
  });
});

describe('whoever may not', () => {
  it('should be told so, apart from what is wrong', async () => {
    world.env['BATON_USERNAME'] = 'mia';
    world.env['BATON_PASSWORD'] = 'another long phrase';
    expect(await world.run('user', 'list')).toMatchObject({
      code: 5,
      err: expect.stringMatching(/^error FORBIDDEN: /),
    });
    expect(await world.run('group', 'create', 'mine')).toMatchObject({ code: 5 });
    delete world.env['BATON_USERNAME'];
    const nobody = await world.run('user', 'list', '--json');
    expect(nobody.code).toBe(5);
    expect(JSON.parse(nobody.err)).toMatchObject({ error: { code: 'UNAUTHORIZED', status: 401 } });
    world.env['BATON_USERNAME'] = 'admin';
    world.env['BATON_PASSWORD'] = 'wrong';
    expect(await world.run('user', 'list')).toMatchObject({ code: 5 });
  });
});
