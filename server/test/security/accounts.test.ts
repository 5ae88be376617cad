import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { basic, password, startGuardedServer } from '../identity/guarded-server.ts';
import type { GuardedServer } from '../identity/guarded-server.ts';
import type { Answer } from '../test-server.ts';

const login = (server: GuardedServer, username: string, secret: string): Promise<Answer> =>
  server.post('/ext/authentication/login', { username, password: secret });
const counted = (answers: readonly Answer[]): Readonly<Record<number, number>> => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};
const all = <A>(count: number, each: (index: number) => Promise<A>): Promise<A[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => each(index)));

describe('F48 guessing passwords', () => {
  let server: GuardedServer;
  beforeAll(async () => {
    server = await startGuardedServer({ isBehindProxy: true });
    for (const username of ['eva', 'tom', 'mia']) await server.addUser(username);
  });
  afterAll(() => server.close());
  /** As the proxy says that it comes from somewhere else. */
  const from = (address: string, username: string, secret: string): Promise<Answer> =>
    server.post('/ext/authentication/login', { username, password: secret }, { 'x-forwarded-for': address });

  it('should get a handful of tries for an account, also when all are made at once and from everywhere', async () => {
    const answers = await all(150, (index) => from(`10.0.${index}.1`, 'eva', `guess ${index}`));
    expect(counted(answers)[401]).toBeLessThanOrEqual(8);
    expect(counted(answers)[429]).toBeGreaterThanOrEqual(142);
    for (const { status, headers } of answers)
      if (status === 429) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answers.every(({ body }) => !JSON.stringify(body).includes('eva'))).toBe(true);
  });

  it('should get a handful of tries for all accounts from one address', async () => {
    const answers = await all(100, (index) => from('10.9.9.9', `user-${index % 50}`, 'Summer2030!'));
    expect(counted(answers)[401]).toBeLessThanOrEqual(8);
    // Somebody else is not kept out by that.
    expect((await from('10.9.9.8', 'tom', password)).status).toBe(204);
  });

  it('should keep out who is right, too, and nobody for longer than a minute', async () => {
    // Looked at one after the other, in the order in which they came: the last one is right.
    const answers = await all(20, (index) => from('10.7.7.7', 'tom', index === 19 ? password : `guess ${index}`));
    const last = answers.at(-1);
    expect(last?.status).toBe(429);
    expect(Number(last?.headers.get('retry-after'))).toBeLessThanOrEqual(60);
  });

  it('should take many programs that are right at the same time', async () => {
    const answers = await all(40, () => server.as(basic('mia'), 'GET', '/v2/authentication/me'));
    expect(counted(answers)).toEqual({ 200: 40 });
  });

  it('should take as long for who is not there as for who is', async () => {
    const took = async (username: string): Promise<number> => {
      let best = Infinity;
      for (let turn = 0; turn < 4; turn += 1) {
        const before = process.cpuUsage();
        await from(`10.5.${turn}.${username.length}`, `${username}${turn}`, 'not the password');
        const { user, system } = process.cpuUsage(before);
        best = Math.min(best, (user + system) / 1_000);
      }
      return best;
    };
    for (let turn = 0; turn < 4; turn += 1) await server.addUser(`known${turn}`);
    const [known, unknown] = [await took('known'), await took('nobody')];
    // Both are mostly argon2, which takes many times more than everything else.
    expect(Math.abs(known - unknown)).toBeLessThan(0.5 * Math.max(known, unknown));
    expect(Math.min(known, unknown)).toBeGreaterThan(5);
  });
});

describe('F51 sessions and tokens that are changed', () => {
  let server: GuardedServer;
  let cookie: string;
  let token: string;
  beforeAll(async () => {
    server = await startGuardedServer();
    await server.addUser('eva', 'operator');
    const answer = await login(server, 'eva', password);
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    token = (await server.as(server.admin, 'POST', '/ext/tokens', { name: 'x' })).body.token;
  });
  afterAll(() => server.close());
  const me = (headers: Readonly<Record<string, string>>) => server.as(headers, 'GET', '/v2/authentication/me');

  it('should be refused with any letter changed, cut or added', async () => {
    expect((await me({ cookie })).status).toBe(200);
    expect((await me({ authorization: `Bearer ${token}` })).status).toBe(200);
    const [name = '', secret = ''] = cookie.split('=');
    const other = (text: string, at: number): string =>
      text.slice(0, at) + (text[at] === 'a' ? 'b' : 'a') + text.slice(at + 1);
    for (let at = 0; at < secret.length; at += 5)
      for (const changed of [other(secret, at), secret.slice(0, at), `${secret}a`, secret.toUpperCase()])
        expect((await me({ cookie: `${name}=${changed}` })).status, changed).toBe(401);
    for (let at = 7; at < token.length; at += 5)
      for (const changed of [other(token, at), token.slice(0, at), `${token}a`])
        expect((await me({ authorization: `Bearer ${changed}` })).status, changed).toBe(401);
  });

  it('should not take one kind of proof for another', async () => {
    const secret = cookie.split('=')[1] ?? '';
    for (const authorization of [
      `Bearer ${secret}`,
      `Bearer baton_${secret}`,
      `Basic ${btoa(`eva:${token}`)}`,
      `Basic ${btoa(`admin:${token}`)}`,
    ])
      expect((await me({ authorization })).status, authorization).toBe(401);
    expect((await me({ cookie: `baton-session=${token}` })).status).toBe(401);
    expect((await me({ cookie: `__Host-baton-session=${secret}` })).status).toBe(401);
  });

  it('should have a new secret with every login, whatever the browser had before', async () => {
    const planted = { cookie: 'baton-session=planted-by-somebody-else' };
    const answer = await server.post(
      '/ext/authentication/login',
      { username: 'eva', password },
      { ...planted, origin: server.address },
    );
    const given = answer.headers.getSetCookie()[0] ?? '';
    expect(answer.status).toBe(204);
    expect(given).not.toContain('planted');
    expect(given.split(';')[0]).not.toBe(cookie);
    expect((await me(planted)).status).toBe(401);
  });
});
