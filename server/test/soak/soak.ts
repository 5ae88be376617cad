import assert from 'node:assert/strict';
import { createClient } from '@baton/client';
import type { Client } from '@baton/client';
import { openDatabase } from '../../src/store/open-database.ts';
import { verify } from '../../src/verify.ts';
import { serviceModel } from '../fixture.ts';
import { startServerProcess } from '../kill/server-process.ts';
import type { Place } from '../kill/server-process.ts';
import { pause } from '../test-worker.ts';
import { startSoakWorker } from './soak-worker.ts';
import type { Reports } from './soak-worker.ts';

export interface SoakOptions {
  readonly place: Place;
  readonly workers: number;
  readonly jobs: number;
  /** At most so many; none are killed any more when all is done. */
  readonly kills: number;
  /** Between two kills, milliseconds, at random. */
  readonly everyMs: readonly [min: number, max: number];
  readonly tell?: (line: string) => void;
}

export interface SoakFigures {
  readonly kills: number;
  readonly lastedMs: number;
  readonly jobsPerSecond: number;
  /** Completions whose worker heard that they were taken. */
  readonly acknowledged: number;
  /** Completions that came too late: the lock had run out, and somebody else had done it. */
  readonly refused: number;
}

const jobType = 'soak';
const lockMs = 2_000;
const startsAtOnce = 1_000;
/** How long nothing may happen, milliseconds. */
const patienceMs = 60_000;

/**
 * Lets workers of Camunda's client work off many jobs while they are killed and replaced at random. Throws where a job is lost or done twice, or when
 * `baton verify` finds anything.
 */
export const soak = async ({ place, workers, jobs, kills, everyMs, tell }: SoakOptions): Promise<SoakFigures> => {
  const server = await startServerProcess(place);
  const reports: Reports = { done: [], refused: [] };
  const begin = (index: number) => startSoakWorker(server.address, jobType, `worker-${index}`, lockMs, reports);
  const running = Array.from({ length: workers }, (_, index) => begin(index));
  try {
    const client = createClient({ address: server.address });
    await deploy(client);
    await Promise.all(running.map(({ ready }) => ready));
    const beganMs = performance.now();
    let killed = 0;
    let isOver = false;
    const killing = (async (): Promise<void> => {
      while (!isOver && killed < kills) {
        await pause(everyMs[0] + Math.random() * (everyMs[1] - everyMs[0]));
        const index = Math.floor(Math.random() * workers);
        await running[index]?.kill();
        running[index] = begin(index);
        killed += 1;
      }
    })();
    try {
      await startAll(client, jobs);
      await untilDone(client, jobs, tell);
    } finally {
      isOver = true;
    }
    const lastedMs = performance.now() - beganMs;
    await killing;
    await Promise.all(running.map((worker) => worker.kill()));
    assert.equal(await server.end('SIGTERM'), 0, 'the exit code of a server that was asked to end');
    await check(place, jobs, reports);
    const { done, refused } = reports;
    return {
      kills: killed,
      lastedMs,
      jobsPerSecond: (jobs * 1_000) / lastedMs,
      acknowledged: done.length,
      refused: refused.length,
    };
  } finally {
    for (const worker of running) void worker.kill();
    server.signal('SIGKILL');
  }
};

const deploy = (client: Client): Promise<unknown> => {
  const { name, content } = serviceModel('soak', jobType);
  return client.deployments.createDeployment({ resources: [{ name, content }] });
};

const startAll = async (client: Client, jobs: number): Promise<void> => {
  for (let left = jobs; left > 0; left -= startsAtOnce) {
    const instances = Array.from({ length: Math.min(left, startsAtOnce) }, () => ({}));
    const { items } = await client.processInstances.createProcessInstances({ processDefinitionId: 'soak', instances });
    assert.deepEqual(
      items.filter(({ error }) => error !== null),
      [],
      'starts that were refused',
    );
  }
};

/** Waits until nothing is active any more. Throws when nothing happens for a minute. */
const untilDone = async (client: Client, jobs: number, tell: SoakOptions['tell']): Promise<void> => {
  let before = jobs;
  let limitMs = performance.now() + patienceMs;
  for (;;) {
    const { page } = await client.processInstances.searchProcessInstances({
      filter: { state: 'ACTIVE' },
      page: { limit: 1 },
    });
    const { totalItems: left } = page;
    if (left === 0) return;
    if (left !== before) limitMs = performance.now() + patienceMs;
    assert(performance.now() < limitMs, `expected jobs to be done, but ${left} instances stand still`);
    if (Math.floor(left / 2_000) !== Math.floor(before / 2_000))
      tell?.(`${left}${page.hasMoreTotalItems ? ' or more' : ''} left`);
    before = left;
    await pause(100);
  }
};

/** Every job is done, once, whoever was killed; and what workers were told is true. */
const check = async (place: Place, jobs: number, { done, refused }: Reports): Promise<void> => {
  const database = await openDatabase({ ...place, readOnly: true });
  try {
    const count = async (sql: string): Promise<number> => (await database.rows<{ n: number }>(sql))[0]?.n ?? 0;
    assert.equal(
      await count(`SELECT count(*) AS n FROM process_instances WHERE status = 'COMPLETED'`),
      jobs,
      'instances',
    );
    assert.equal(await count('SELECT count(*) AS n FROM jobs'), jobs, 'jobs');
    const completed = await database.rows<{ key: number }>(`SELECT key FROM jobs WHERE state = 'COMPLETED'`);
    assert.equal(completed.length, jobs, 'completed jobs');
    const accepted = await count(`SELECT count(*) AS n FROM journal WHERE command LIKE '{"type":"complete-job"%'`);
    assert.equal(accepted, jobs, 'completions that were accepted');
    assert.equal(new Set(done).size, done.length, 'jobs whose completion was acknowledged more than once');
    const known = new Set(completed.map(({ key }) => String(key)));
    assert.deepEqual(
      done.filter((key) => !known.has(key)),
      [],
      'acknowledged jobs that are not completed',
    );
    const surprises = refused.filter((line) => !/NOT_FOUND/.test(line));
    assert.deepEqual(surprises, [], 'refusals that no late worker explains');
    assert.deepEqual((await verify(database)).violations, []);
  } finally {
    await database.close();
  }
};
