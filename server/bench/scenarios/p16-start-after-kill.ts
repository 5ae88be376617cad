import { copyInstances } from '../copy-instances.ts';
import { closedLoop } from '../durable.ts';
import { createHttpClient } from '../http-client.ts';
import { services } from '../models.ts';
import { figureOf } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';
import { deployByHttp, startServer } from '../server-process.ts';

const body = '{"processDefinitionId":"services"}';

/** Starts once more after SIGKILL under load, with 100,000 open instances: from the program's start to its first answered step. */
export const p16: Scenario = {
  id: 'P16',
  title: 'start with 100,000 open instances after kill -9, SQLite',
  run: async ({ folder }) => {
    const seeding = await startServer(folder);
    await deployByHttp(seeding.address, services(1));
    const seed = createHttpClient(seeding.address, 1);
    await seed.post('/v2/process-instances', body);
    seed.close();
    await seeding.end('SIGTERM');
    copyInstances(folder, 99_999);

    const victim = await startServer(folder);
    const load = createHttpClient(victim.address, 20);
    // All requests under way fail when the server dies; the answered ones before are the load.
    const loaded = closedLoop(20, 1_000_000, () => load.post('/v2/process-instances', body)).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await victim.end('SIGKILL');
    await loaded;
    load.close();

    const from = performance.now();
    const server = await startServer(folder);
    const client = createHttpClient(server.address, 1);
    try {
      await client.post('/v2/process-instances', body);
      const seconds = (performance.now() - from) / 1_000;
      return [figureOf('until the first answered start', seconds, 's', { atMost: 5 }, { atMost: 1 })];
    } finally {
      client.close();
      await server.end('SIGTERM');
    }
  },
};
