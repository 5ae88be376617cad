import { closedLoop, openDurable } from '../durable.ts';
import { services } from '../models.ts';
import { figureOf } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';
import { workOff } from '../worker.ts';

const steps = 10;

/** Ten service tasks in a row, each done by a worker outside: every job is locked, completed and written. */
export const p07: Scenario = {
  id: 'P7',
  title: 'ten service tasks by external workers, SQLite, 100 a fetch',
  run: async ({ isQuick, folder }) => {
    const count = isQuick ? 500 : 6_000;
    const runtime = await openDurable(folder);
    await runtime.deploy(services(steps));
    const round = async (instances: number): Promise<number> => {
      const from = performance.now();
      await closedLoop(100, instances, () => runtime.start('services'));
      let done = 0;
      for (let step = 1; step <= steps; step += 1) done += await workOff(runtime, `t${step}`, 4);
      if (done !== instances * steps) throw new Error(`Expected ${instances * steps} completed jobs, found ${done}.`);
      return instances / ((performance.now() - from) / 1_000);
    };
    await round(200);
    const rate = await round(count);
    await runtime.close();
    return [figureOf('ten jobs each', rate, 'instances per second', { atLeast: 1_000 }, { atLeast: 3_000 })];
  },
};
