import { startPostgres } from '../../test/postgres-server.ts';
import { openDurable } from '../durable.ts';
import { hundredClients } from '../hundred-clients.ts';
import { bareUnnestRate } from '../limits/bare-unnest.ts';
import { ratioOf } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** A hundred clients that wait for their answers, on a PostgreSQL of this machine. */
export const p09: Scenario = {
  id: 'P9',
  title: '100 clients, PostgreSQL, acknowledged steps',
  run: async ({ isQuick, folder }) => {
    const postgres = await startPostgres(true);
    try {
      const figure = await bareUnnestRate(postgres.url, 100, 4, isQuick ? 2 : 5);
      const runtime = await openDurable(folder, postgres.url);
      const { steps } = await hundredClients(runtime, isQuick ? 5_000 : 30_000);
      await runtime.close();
      const other = { name: 'bare unnest, 100 a commit', figure };
      return [ratioOf('acknowledged steps', steps, 'steps per second', other, { atLeast: 0.3 }, { atLeast: 0.5 })];
    } finally {
      await postgres.stop();
    }
  },
};
