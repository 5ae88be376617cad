import { closedLoop } from '../durable.ts';
import { createHttpClient } from '../http-client.ts';
import { services } from '../models.ts';
import { figureOf, ratioOf } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';
import { deployByHttp, startEcho, startServer } from '../server-process.ts';

const clients = 50;
/** With so many in a call, few callers fill the batches. */
const bulkClients = 10;
const perCall = 100;

const processDefinitionId = 'services';
const variables = { orderId: 4711, amount: 12.5 };
const one = JSON.stringify({ processDefinitionId, variables });
const many = JSON.stringify({ processDefinitionId, instances: Array.from({ length: perCall }, () => ({ variables })) });

/** Reads the answer as a caller has to: each item may have been refused. */
const allStarted = (answer: string): void => {
  const { items } = JSON.parse(answer) as { items: { error: unknown }[] };
  const started = items.filter(({ error }) => error === null).length;
  if (started !== perCall) throw new Error(`Expected ${perCall} instances to be started, found ${started}.`);
};

/** Starts over HTTP on a server of its own, one a call, against Express that only echoes, then many a call; the same client drives all. */
export const p12: Scenario = {
  id: 'P12',
  title: 'start by HTTP, one and 100 a call, SQLite',
  run: async ({ isQuick, folder }) => {
    const count = isQuick ? 3_000 : 20_000;
    const calls = isQuick ? 100 : 500;
    const echo = await startEcho();
    const server = await startServer(folder);
    try {
      await deployByHttp(server.address, services(1));
      const echoClient = createHttpClient(echo.address, clients);
      const client = createHttpClient(server.address, clients);
      const echoes = (times: number): Promise<number> =>
        closedLoop(clients, times, () => echoClient.post('/echo', one));
      const starts = (times: number): Promise<number> =>
        closedLoop(clients, times, () => client.post('/v2/process-instances', one));
      const bulkStarts = (times: number): Promise<number> =>
        closedLoop(bulkClients, times, async () => allStarted(await client.post('/ext/process-instances', many)));
      await echoes(2_000);
      await starts(2_000);
      // Before and after, so that a change of the machine's speed meanwhile counts half.
      const before = await echoes(count);
      const rate = await starts(count);
      const figure = 2 / (1 / before + 1 / (await echoes(count)));
      await bulkStarts(calls / 5);
      const inBulk = perCall * (await bulkStarts(calls));
      echoClient.close();
      client.close();
      const other = { name: 'Express echo', figure };
      return [
        ratioOf('one a call', rate, 'starts per second', other, { atLeast: 0.5 }, { atLeast: 0.8 }),
        figureOf('100 a call', inBulk, 'instances per second', { atLeast: 8_000 }, { atLeast: 20_000 }),
      ];
    } finally {
      await Promise.all([echo.end('SIGKILL'), server.end('SIGTERM')]);
    }
  },
};
