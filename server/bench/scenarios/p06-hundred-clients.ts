import { openDurable } from '../durable.ts';
import { hundredClients } from '../hundred-clients.ts';
import { bareGroupCommitRate } from '../limits/bare-group-commit.ts';
import { figureOf, ratioOf } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** A hundred clients that wait for their answers: their steps share commits. */
export const p06: Scenario = {
  id: 'P6',
  title: '100 clients, SQLite, acknowledged steps',
  run: async ({ isQuick, folder }) => {
    const count = isQuick ? 10_000 : 60_000;
    const figure = bareGroupCommitRate(folder, 100, isQuick ? 1 : 4);
    const runtime = await openDurable(folder);
    const { steps, p50, delayP99 } = await hundredClients(runtime, count);
    await runtime.close();
    const other = { name: 'bare better-sqlite3, 100 a commit', figure };
    return [
      ratioOf('acknowledged steps', steps, 'steps per second', other, { atLeast: 0.3 }, { atLeast: 0.6 }),
      figureOf('acknowledged p50', p50, 'ms', null, { atMost: 3 }),
      figureOf('loop delay p99', delayP99, 'ms', null, { atMost: 5 }),
    ];
  },
};
