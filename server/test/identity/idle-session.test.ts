import { afterAll, beforeAll, expect, it } from 'vitest';
import { sessionLife } from '../../src/identity/sessions.ts';
import { password, startGuardedServer } from './guarded-server.ts';
import type { GuardedServer } from './guarded-server.ts';

let server: GuardedServer;
let cookie: Record<string, string>;
beforeAll(async () => {
  server = await startGuardedServer();
  await server.addUser('mia', 'operator');
  const signedIn = await server.post('/ext/authentication/login', { username: 'mia', password });
  cookie = { cookie: signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '', origin: server.address };
});
afterAll(() => server.close());

const sessions = () => server.runtime.database.knex<{ seen_ms: number; owner_id: string }>('sessions');
const seenMs = async (): Promise<number> => (await sessions().where({ owner_id: 'mia' }))[0]!.seen_ms;
/** As if the last use had been so long ago, or at another node. */
const setSeen = async (agoMs: number): Promise<number> => {
  const at = Date.now() - agoMs;
  await sessions().where({ owner_id: 'mia' }).update({ seen_ms: at });
  return at;
};
let groups = 0;
/** A change of identity: whoever listens is looked at again, and nothing stays remembered. */
const changeIdentity = () => server.as(server.admin, 'POST', '/v2/groups', { groupId: `g${(groups += 1)}`, name: 'G' });
const me = (more: Record<string, string> = {}) => server.as({ ...cookie, ...more }, 'GET', '/v2/authentication/me');

const minuteMs = 60_000;

it('should not count it as use that a page is open, and end for idleness', async () => {
  const before = await setSeen(90 * minuteMs);
  await changeIdentity();
  const stream = await fetch(`${server.address}/ext/events`, { headers: cookie });
  expect(stream.status).toBe(200);
  const reader = stream.body!.getReader();
  await reader.read();
  await changeIdentity();
  await reader.read();
  expect((await me({ 'baton-unattended': 'yes' })).status).toBe(200);
  // Anything that was noted would be noted by now.
  await server.as(server.admin, 'POST', '/v2/groups', { groupId: 'last', name: 'G' });
  expect(await seenMs()).toBe(before);

  await setSeen(sessionLife.idleMs + minuteMs);
  await changeIdentity();
  for (let ended = false; !ended;) ended = (await reader.read()).done;
  expect((await me()).status).toBe(401);
});

it('should count what somebody does as use, and see it when that was at another node', async () => {
  // This server still remembers a session that ended for idleness.
  const elsewhere = await setSeen(5 * minuteMs);
  expect((await me()).status).toBe(200);
  await expect.poll(seenMs).toBeGreaterThan(elsewhere + 4 * minuteMs);
});
