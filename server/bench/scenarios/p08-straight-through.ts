import { closedLoop, openDurable } from '../durable.ts';
import { straightThrough } from '../models.ts';
import { figureOf } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** Ten elements without a wait, with their whole history on the disk. */
export const p08: Scenario = {
  id: 'P8',
  title: 'ten elements straight through, SQLite, full history',
  run: async ({ isQuick, folder }) => {
    const runtime = await openDurable(folder);
    await runtime.deploy(straightThrough(10));
    await closedLoop(100, 500, () => runtime.start('straight-through'));
    const rate = await closedLoop(100, isQuick ? 5_000 : 30_000, () => runtime.start('straight-through'));
    await runtime.close();
    return [figureOf('ten elements', rate, 'instances per second', { atLeast: 5_000 }, { atLeast: 17_000 })];
  },
};
