import { closedLoop, openDurable } from '../durable.ts';
import { services } from '../models.ts';
import { figureOf } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';
import { workOff } from '../worker.ts';

/** A heap of open jobs, taken and completed a hundred at a time. */
export const p11: Scenario = {
  id: 'P11',
  title: 'job fetch and complete, SQLite, 100 at a time',
  run: async ({ isQuick, folder }) => {
    const count = isQuick ? 10_000 : 60_000;
    const runtime = await openDurable(folder);
    await runtime.deploy(services(1));
    const open = (jobs: number): Promise<number> => closedLoop(100, jobs, () => runtime.start('services'));
    await open(2_000);
    await workOff(runtime, 't1', 4);
    await open(count);
    const from = performance.now();
    const done = await workOff(runtime, 't1', 4);
    const rate = done / ((performance.now() - from) / 1_000);
    await runtime.close();
    if (done !== count) throw new Error(`Expected ${count} completed jobs, found ${done}.`);
    return [figureOf('jobs fetched and completed', rate, 'jobs per second', { atLeast: 25_000 }, { atLeast: 45_000 })];
  },
};
