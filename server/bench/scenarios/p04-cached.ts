import { closedLoop, openDurable } from '../durable.ts';
import { services } from '../models.ts';
import { restingHeap } from '../resting-heap.ts';
import { figureOf } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

const cached = 10_000;
/** More than the cache holds: a waiting instance of the model weighs 3 of its 50,000. */
const many = 40_000;

/** What a waiting instance costs in memory while it is cached, and that the cache does not grow without end. */
export const p04Cached: Scenario = {
  id: 'P4',
  title: '10,000 waiting instances in the cache, SQLite',
  run: async ({ folder }) => {
    const runtime = await openDurable(folder);
    await runtime.deploy(services(1));
    const start = (): Promise<unknown> => runtime.start('services', { orderId: 'A-4711' });
    await start();
    const before = await restingHeap();
    await closedLoop(100, cached, start);
    const added = (await restingHeap()) - before;
    await closedLoop(100, many - cached, start);
    const growth = ((await restingHeap()) - before) / added;
    await runtime.close();
    const each = added / cached / 1_024;
    return [
      figureOf('heap each while cached', each, 'KiB', { atMost: 4 }, { atMost: 1 }),
      figureOf(
        'heap of 40,000 over that of 10,000',
        growth,
        'times',
        // The cache holds 16,667 of them; without a bound it were 4.
        { atMost: 2 },
        null,
      ),
    ];
  },
};
