import { monitorEventLoopDelay } from 'node:perf_hooks';
import { closedLoop, openDurable } from '../durable.ts';
import { bareGroupCommitRate } from '../limits/bare-group-commit.ts';
import { services } from '../models.ts';
import { figureOf, ratioOf } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';
import { percentile } from '../percentile.ts';

/** A hundred clients that wait for their answers: their steps share commits. */
export const p06: Scenario = {
  id: 'P6',
  title: '100 clients, SQLite, acknowledged steps',
  run: async ({ isQuick, folder }) => {
    const count = isQuick ? 10_000 : 60_000;
    const figure = bareGroupCommitRate(folder, 100, isQuick ? 1 : 4);
    const runtime = await openDurable(folder);
    await runtime.deploy(services(1));
    await closedLoop(100, 2_000, () => runtime.start('services'));
    const delay = monitorEventLoopDelay({ resolution: 1 });
    const latencies: number[] = [];
    const timed = async (step: () => Promise<unknown>): Promise<void> => {
      const from = performance.now();
      await step();
      latencies.push(performance.now() - from);
    };
    delay.enable();
    const starts = await closedLoop(100, count, () => timed(() => runtime.start('services')));
    delay.disable();
    const jobs = await runtime.openJobs();
    delay.enable();
    const completions = await closedLoop(100, count, (index) => timed(() => runtime.completeJob(jobs[index]!)));
    delay.disable();
    await runtime.close();
    const other = { name: 'bare better-sqlite3, 100 a commit', figure };
    const steps = 2 / (1 / starts + 1 / completions);
    const p50 = percentile(latencies, 50);
    const delayP99 = delay.percentile(99) / 1e6;
    return [
      ratioOf('acknowledged steps', steps, 'steps per second', other, { atLeast: 0.3 }, { atLeast: 0.6 }),
      figureOf('acknowledged p50', p50, 'ms', null, { atMost: 3 }),
      figureOf('loop delay p99', delayP99, 'ms', null, { atMost: 5 }),
    ];
  },
};
