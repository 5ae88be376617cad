import { createHttpClient } from '../http-client.ts';
import { figureOf } from '../scenario.ts';
import type { HttpClient } from '../http-client.ts';
import { services } from '../models.ts';
import { percentile } from '../percentile.ts';
import type { Bound, Measure, Scenario } from '../scenario.ts';
import { deployByHttp, startServer } from '../server-process.ts';

const chain = 10;

const activation = (type: string): string =>
  JSON.stringify({ type, worker: 'bench', timeout: 60_000, maxJobsToActivate: 1, requestTimeout: 30_000 });

/** The key of the only job in the answer. */
const takeJob = async (poll: Promise<string>): Promise<string> => {
  const { jobs } = JSON.parse(await poll) as { jobs: { jobKey: string }[] };
  const key = jobs[0]?.jobKey;
  if (key === undefined) throw new Error('Expected a job for the worker that waits, found none in its time.');
  return key;
};

/** Walks one instance through its chain. For each step: from sending the completion until the next worker has its job, milliseconds. */
const walk = async (client: HttpClient): Promise<number[]> => {
  const samples: number[] = [];
  const first = client.post('/v2/jobs/activation', activation('t1'));
  await client.post('/v2/process-instances', '{"processDefinitionId":"services"}');
  let key = await takeJob(first);
  for (let step = 2; step <= chain; step += 1) {
    const next = client.post('/v2/jobs/activation', activation(`t${step}`));
    // The poll must be waiting before the job comes, or it would be no long poll.
    await new Promise((resolve) => setTimeout(resolve, 5));
    const from = performance.now();
    const completed = client.post(`/v2/jobs/${key}/completion`, '{}');
    key = await takeJob(next);
    samples.push(performance.now() - from);
    await completed;
  }
  await client.post(`/v2/jobs/${key}/completion`, '{}');
  return samples;
};

/** How soon the next worker of a chain has its job, over HTTP, on a server with nothing else to do. */
export const p13: Scenario = {
  id: 'P13',
  title: "completed → next job in a long-polling worker's hands, SQLite",
  run: async ({ isQuick, folder }) => {
    const server = await startServer(folder);
    const client = createHttpClient(server.address, 4);
    try {
      await deployByHttp(server.address, services(chain));
      for (let warm = 0; warm < 20; warm += 1) await walk(client);
      const samples: number[] = [];
      for (let round = 0; round < (isQuick ? 40 : 300); round += 1) samples.push(...(await walk(client)));
      const line = (percent: number, gate: Bound, goal: Bound): Measure => {
        const figure = percentile(samples, percent);
        return figureOf(`next job p${percent}`, figure, 'ms', gate, goal);
      };
      return [line(50, { atMost: 5 }, { atMost: 1 }), line(99, { atMost: 20 }, { atMost: 5 })];
    } finally {
      client.close();
      await server.end('SIGTERM');
    }
  },
};
