import { closedLoop } from '../durable.ts';
import { createHttpClient } from '../http-client.ts';
import { services } from '../models.ts';
import { ratioOf } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';
import { deployByHttp, startEcho, startServer } from '../server-process.ts';

const clients = 50;
const body = JSON.stringify({ processDefinitionId: 'services', variables: { orderId: 4711, amount: 12.5 } });

/** Starts over HTTP on a server of its own, one a call, against Express that only echoes; the same client drives both. */
export const p12: Scenario = {
  id: 'P12',
  title: 'start by HTTP, one a call, SQLite',
  run: async ({ isQuick, folder }) => {
    const count = isQuick ? 3_000 : 20_000;
    const echo = await startEcho();
    const server = await startServer(folder);
    try {
      await deployByHttp(server.address, services(1));
      const echoClient = createHttpClient(echo.address, clients);
      const client = createHttpClient(server.address, clients);
      const echoes = (calls: number): Promise<number> =>
        closedLoop(clients, calls, () => echoClient.post('/echo', body));
      const starts = (calls: number): Promise<number> =>
        closedLoop(clients, calls, () => client.post('/v2/process-instances', body));
      await echoes(2_000);
      await starts(2_000);
      // Before and after, so that a change of the machine's speed meanwhile counts half.
      const before = await echoes(count);
      const rate = await starts(count);
      const figure = 2 / (1 / before + 1 / (await echoes(count)));
      echoClient.close();
      client.close();
      const other = { name: 'Express echo', figure };
      return [ratioOf('one a call', rate, 'starts per second', other, { atLeast: 0.5 }, { atLeast: 0.8 })];
    } finally {
      await Promise.all([echo.end('SIGKILL'), server.end('SIGTERM')]);
    }
  },
};
