import { afterEach, describe, expect, it } from 'vitest';
import { apiWords } from '../api-words.ts';
import { fixture } from '../fixture.ts';
import { createTestStore, dialects } from '../test-runtime.ts';
import type { Dialect } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import type { Answer, TestServer } from '../test-server.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanups.splice(0).reverse()) await cleanUp();
});

/** A server with a task at rest that task listeners listen to. */
const withTask = async (dialect: Dialect, listenerWaitMs: number) => {
  const store = await createTestStore(dialect);
  cleanups.push(() => store.drop());
  const open = async (): Promise<TestServer> => {
    const opened = await startTestServer(dialect, { listenerWaitMs }, store);
    cleanups.push(() => opened.close());
    return opened;
  };
  const server = await open();
  await server.deploy(fixture('task-listeners'));
  const { start } = apiWords(() => server);
  const answer = async (on: TestServer, type: string, body: object = {}): Promise<void> => {
    const [job] = await apiWords(() => on).activate(type, { requestTimeout: 5_000 });
    expect((await on.post(`/v2/jobs/${job.jobKey}/completion`, body)).status).toBe(204);
  };
  const processInstanceKey = await start('task-listeners', { id: 'x', owner: 'eva' });
  await answer(server, 'create');
  await answer(server, 'assign');
  const find = async (): Promise<Answer['body']> =>
    (await server.post('/v2/user-tasks/search', { filter: { processInstanceKey } })).body.items[0];
  const path = `/v2/user-tasks/${(await find()).userTaskKey}/completion`;
  return { server, open, answer, find, path };
};

describe.each(dialects)('requests that wait for task listeners on %s', (dialect) => {
  it('should get 504 when listeners take too long, while the transition goes on', async () => {
    const { server, answer, find, path } = await withTask(dialect, 300);
    const key = { 'idempotency-key': 'once' };
    const late = await server.post(path, {}, key);
    expect(late.headers.get('content-type')).toContain('problem+json');
    expect(late.body).toMatchObject({ status: 504, title: 'DEADLINE_EXCEEDED' });
    expect(late.body.detail).toMatch(/within 300 ms.*The transition goes on: look at the state of the task/);
    expect((await find()).state).toBe('COMPLETING');
    await answer(server, 'complete');
    expect((await find()).state).toBe('COMPLETED');
    // The same request again learns how it ended.
    expect((await server.post(path, {}, key)).status).toBe(204);
  });

  it('should not be waited for when their caller has gone', async () => {
    const { server, find, path } = await withTask(dialect, 60_000);
    const caller = new AbortController();
    const asked = fetch(server.address + path, { method: 'POST', signal: caller.signal });
    await expect.poll(async () => (await find()).state).toBe('COMPLETING');
    expect(server.runtime.watch.waiting()).toBe(1);
    caller.abort();
    await expect(asked).rejects.toThrow();
    await expect.poll(() => server.runtime.watch.waiting()).toBe(0);
    expect((await find()).state).toBe('COMPLETING');
  });

  it('should be let go when the server stops, and find the end on the next one', async () => {
    const { server, open, answer, find, path } = await withTask(dialect, 60_000);
    const key = { 'idempotency-key': 'over a restart' };
    const asked = server.post(path, {}, key);
    await expect.poll(async () => (await find()).state).toBe('COMPLETING');
    await server.stop();
    // It is closed already; only the store and the next server are left to clean up.
    cleanups.splice(1, 1);
    expect((await asked).body).toMatchObject({ status: 503, title: 'UNAVAILABLE' });
    const next = await open();
    await answer(next, 'complete', { result: { type: 'userTask', denied: true, deniedReason: 'not today' } });
    expect((await next.post(path, {}, key)).body).toMatchObject({ status: 409, deniedReason: 'not today' });
  });
});

describe('requests that wait for task listeners with two servers on one PostgreSQL', () => {
  it.each([
    [{}, 204],
    [{ result: { type: 'userTask', denied: true, deniedReason: 'no' } }, 409],
  ])('should get the answer %j that a worker gave to the other server', async (said, status) => {
    const { server, open, answer, find, path } = await withTask('postgresql', 20_000);
    const other = await open();
    const asked = server.post(path);
    await expect.poll(async () => (await find()).state).toBe('COMPLETING');
    const before = performance.now();
    await answer(other, 'complete', said);
    expect((await asked).status).toBe(status);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
