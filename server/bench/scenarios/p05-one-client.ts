import { closedLoop, openDurable } from '../durable.ts';
import { fdatasyncRate } from '../limits/fdatasync.ts';
import { services } from '../models.ts';
import { ratioOf } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** One client that waits for each answer: start, complete, start, complete. Each step is on the disk before it is answered. */
export const p05: Scenario = {
  id: 'P5',
  title: 'one client, SQLite, one step after the other',
  run: async ({ isQuick, folder }) => {
    const count = isQuick ? 1_000 : 5_000;
    const runtime = await openDurable(folder);
    await runtime.deploy(services(1));
    const before = fdatasyncRate(folder, isQuick ? 0.5 : 2);
    for (let index = 0; index < 200; index += 1) await runtime.start('services');
    const starts = await closedLoop(1, count, () => runtime.start('services'));
    const jobs = await runtime.openJobs();
    const completions = await closedLoop(1, count, (index) => runtime.completeJob(jobs[index]!));
    const figure = (before + fdatasyncRate(folder, isQuick ? 0.5 : 2)) / 2;
    await runtime.close();
    const steps = 2 / (1 / starts + 1 / completions);
    const other = { name: 'fdatasync', figure };
    return [ratioOf('sequential steps', steps, 'steps per second', other, { atLeast: 0.4 }, { atLeast: 0.7 })];
  },
};
