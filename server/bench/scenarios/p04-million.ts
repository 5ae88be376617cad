import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { copyInstances } from '../copy-instances.ts';
import { createHttpClient } from '../http-client.ts';
import { services } from '../models.ts';
import { percentile } from '../percentile.ts';
import type { Scenario } from '../scenario.ts';
import { deployByHttp, startServer } from '../server-process.ts';

interface Woken {
  readonly residentMiB: number;
  /** Of each waking, milliseconds. */
  readonly samples: number[];
}

/** Fills a database with waiting instances, wakes some all over it by completing their jobs, and looks at the server's memory. */
const wakeAmong = async (folder: string, instances: number, wakings: number): Promise<Woken> => {
  mkdirSync(folder);
  const seeding = await startServer(folder);
  await deployByHttp(seeding.address, services(1));
  const seed = createHttpClient(seeding.address, 1);
  await seed.post('/v2/process-instances', '{"processDefinitionId":"services","variables":{"orderId":"A-4711"}}');
  const { items } = JSON.parse(await seed.post('/v2/jobs/search', '{}')) as { items: { jobKey: string }[] };
  const jobKey = Number(items[0]?.jobKey);
  seed.close();
  await seeding.end('SIGTERM');
  const stride = copyInstances(folder, instances - 1);

  const server = await startServer(folder);
  const client = createHttpClient(server.address, 1);
  const samples: number[] = [];
  try {
    const step = Math.floor(instances / wakings);
    for (let copy = 0; copy < wakings * step; copy += step) {
      const from = performance.now();
      await client.post(`/v2/jobs/${jobKey + copy * stride}/completion`, '{}');
      samples.push(performance.now() - from);
    }
    // The first ones meet code that is not compiled yet.
    return { residentMiB: server.residentMiB(), samples: samples.slice(Math.floor(wakings / 5)) };
  } finally {
    client.close();
    await server.end('SIGTERM');
  }
};

/** A million instances that wait for something cost disk, not memory; the same work on a small database is what is taken off. */
export const p04Million: Scenario = {
  id: 'P4',
  title: '1,000,000 waiting instances, SQLite',
  isLong: true,
  run: async ({ isQuick, folder }) => {
    const wakings = 2_000;
    const small = await wakeAmong(join(folder, 'small'), wakings, wakings);
    const count = isQuick ? 50_000 : 1_000_000;
    const large = await wakeAmong(join(folder, 'large'), count, wakings);
    const added = large.residentMiB - small.residentMiB;
    const p99 = percentile(large.samples, 99);
    const many = `${count.toLocaleString('en')} waiting`;
    return [
      {
        name: `${many}: added memory`,
        ours: large.residentMiB,
        unit: 'MiB resident',
        other: { name: 'the same work among 2,000', figure: small.residentMiB },
        judged: added,
        gate: { atMost: 200 },
        goal: null,
      },
      {
        name: `${many}: waking one, p99`,
        ours: p99,
        unit: 'ms',
        other: { name: 'among 2,000', figure: percentile(small.samples, 99) },
        judged: p99,
        gate: null,
        goal: { atMost: 5 },
      },
    ];
  },
};
