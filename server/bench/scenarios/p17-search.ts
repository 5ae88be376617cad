import { copyInstances } from '../copy-instances.ts';
import { createHttpClient } from '../http-client.ts';
import { figureOf } from '../scenario.ts';
import type { HttpClient } from '../http-client.ts';
import { services, straightThrough } from '../models.ts';
import { percentile } from '../percentile.ts';
import type { Measure, Scenario } from '../scenario.ts';
import { deployByHttp, startServer } from '../server-process.ts';

const minuteMs = 60_000;

const search = (client: HttpClient, body: object): Promise<string> =>
  client.post('/v2/process-instances/search', JSON.stringify(body));

/** Walks through pages by cursor; what is asked for must be there, or the measure would be of nothing. */
const pages = async (client: HttpClient, body: object, count: number, samples: number[]): Promise<void> => {
  let after: string | null = null;
  for (let page = 0; page < count; page += 1) {
    const from = performance.now();
    const answer = await search(client, { ...body, page: { limit: 50, ...(after === null ? {} : { after }) } });
    samples.push(performance.now() - from);
    const { items, page: found } = JSON.parse(answer) as { items: unknown[]; page: { endCursor: string | null } };
    if (items.length === 0) throw new Error(`Expected instances for ${JSON.stringify(body)}, found none.`);
    after = found.endCursor;
    if (items.length < 50) return;
  }
};

/** Searches over HTTP, as the web app does, with half of the instances open and half completed, a minute between their starts. */
export const p17: Scenario = {
  id: 'P17',
  title: 'search among 1,000,000 instances (quick: 50,000), SQLite',
  run: async ({ isQuick, folder }) => {
    const count = isQuick ? 50_000 : 1_000_000;
    const seeding = await startServer(folder);
    const seed = createHttpClient(seeding.address, 1);
    for (const xml of [services(1), straightThrough(3)]) await deployByHttp(seeding.address, xml);
    for (const processDefinitionId of ['services', 'straight-through'])
      await seed.post('/v2/process-instances', JSON.stringify({ processDefinitionId, variables: { orderId: 0 } }));
    seed.close();
    await seeding.end('SIGTERM');
    const lastMs = Date.now();
    const copies = count / 2 - 1;
    const past = `n.i * ${minuteMs}`;
    copyInstances(folder, copies, {
      process_instances: { start_ms: `t.start_ms - ${past}`, end_ms: `t.end_ms - ${past}` },
      variables: { value: 'CAST(n.i AS TEXT)' },
    });

    const server = await startServer(folder);
    const client = createHttpClient(server.address, 1);
    const rounds = isQuick ? 20 : 100;
    const newestFirst = { sort: [{ field: 'startDate', order: 'DESC' }] };
    const agoText = (copy: number): string => new Date(lastMs - copy * minuteMs).toISOString();
    const spread = (round: number): number => 1 + Math.floor(((copies - 1) * round) / rounds);
    const kinds: Readonly<Record<string, (round: number) => object>> = {
      state: () => ({ filter: { state: 'ACTIVE' }, ...newestFirst }),
      definition: () => ({ filter: { processDefinitionId: 'straight-through' }, ...newestFirst }),
      variable: (round) => ({ filter: { variables: [{ name: 'orderId', value: String(spread(round)) }] } }),
      date: (round) => ({
        filter: { startDate: { $gte: agoText(spread(round) + 500), $lte: agoText(spread(round) - 1) } },
        ...newestFirst,
      }),
    };
    try {
      const measures: Measure[] = [];
      for (const [kind, body] of Object.entries(kinds)) {
        await pages(client, body(0), 5, []);
        const samples: number[] = [];
        for (let round = 0; round < rounds; round += 1) await pages(client, body(round), 3, samples);
        const p99 = percentile(samples, 99);
        measures.push(figureOf(`by ${kind}, p99`, p99, 'ms', { atMost: 100 }, { atMost: 20 }));
      }
      return measures;
    } finally {
      client.close();
      await server.end('SIGTERM');
    }
  },
};
