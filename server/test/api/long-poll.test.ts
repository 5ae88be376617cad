import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serviceModel } from '../fixture.ts';
import { dialects } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';
import { openPoll, pause } from '../test-worker.ts';

describe.each(dialects)('long polls on %s', (dialect) => {
  let server: TestServer;
  let types = 0;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(() => server.close());

  /** A process with a job type that no other test has. */
  const newType = async (): Promise<string> => {
    const type = `poll-${++types}`;
    await server.deploy(serviceModel(type));
    return type;
  };
  const start = async (processDefinitionId: string): Promise<void> => {
    expect((await server.post('/v2/process-instances', { processDefinitionId })).status).toBe(200);
  };
  const timed = async <T>(work: Promise<T>): Promise<[T, number]> => {
    const before = performance.now();
    return [await work, performance.now() - before];
  };

  it.each([0, undefined, 5_000])(
    'should wait for a job with requestTimeout %s and answer as soon as there is one',
    async (requestTimeout) => {
      const type = await newType();
      const poll = openPoll(server.address, { type, requestTimeout });
      await pause(300);
      await start(type);
      const [answer, ms] = await timed(poll.answered);
      expect(answer?.jobs).toHaveLength(1);
      expect(ms).toBeLessThan(1_000);
    },
  );

  it('should answer with nothing when the time is over, and at once when that is asked for', async () => {
    const type = await newType();
    const [waited, ms] = await timed(openPoll(server.address, { type, requestTimeout: 300 }).answered);
    expect(waited).toEqual({ jobs: [] });
    expect(ms).toBeGreaterThan(250);
    const [now, fast] = await timed(openPoll(server.address, { type, requestTimeout: -1 }).answered);
    expect(now).toEqual({ jobs: [] });
    expect(fast).toBeLessThan(250);
  });

  it('should lock no job for a worker that has hung up', async () => {
    const type = await newType();
    const gone = openPoll(server.address, { type });
    await pause(200);
    gone.hangUp();
    await pause(100);
    await start(type);
    await pause(200);
    const jobs = await server.post('/v2/jobs/search', { filter: { type } });
    expect(jobs.body.items).toMatchObject([{ worker: '', deadline: null, state: 'CREATED' }]);
    expect((await openPoll(server.address, { type, requestTimeout: -1 }).answered)?.jobs).toHaveLength(1);
  });

  it('should give each job to one worker only, the oldest first', async () => {
    const type = await newType();
    const polls = Array.from({ length: 20 }, () =>
      openPoll(server.address, { type, maxJobsToActivate: 3, requestTimeout: 1_500 }),
    );
    await pause(200);
    await Promise.all(Array.from({ length: 30 }, () => start(type)));
    const keys = (await Promise.all(polls.map((poll) => poll.answered))).flatMap(
      (answer) => answer?.jobs.map((job) => job.jobKey) ?? [],
    );
    const rest = await openPoll(server.address, { type, maxJobsToActivate: 100, requestTimeout: -1 }).answered;
    keys.push(...(rest?.jobs.map((job) => job.jobKey) ?? []));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(30);
  });

  it('should serve those who wait in their order', async () => {
    const type = await newType();
    const order: number[] = [];
    const polls: Promise<number>[] = [];
    for (const index of [0, 1, 2]) {
      polls.push(openPoll(server.address, { type, maxJobsToActivate: 1 }).answered.then(() => order.push(index)));
      await pause(150);
    }
    for (const poll of polls) {
      await start(type);
      await poll;
    }
    expect(order).toEqual([0, 1, 2]);
  });

  it('should serve other requests while hundreds wait', async () => {
    const type = await newType();
    const polls = Array.from({ length: 300 }, () => openPoll(server.address, { type, requestTimeout: 60_000 }));
    await pause(500);
    const [, ms] = await timed(start(type));
    expect(ms).toBeLessThan(1_500);
    for (const poll of polls) poll.hangUp();
  });

  it('should refuse a tenant that does not exist and take the one that does', async () => {
    const body = { type: 'any', timeout: 1_000, maxJobsToActivate: 1, requestTimeout: -1 };
    expect(
      (await server.post('/v2/jobs/activation', { ...body, tenantIds: ['<default>'], tenantFilter: 'provided' }))
        .status,
    ).toBe(200);
    expect((await server.post('/v2/jobs/activation', { ...body, tenantIds: ['acme'] })).status).toBe(400);
  });
});
