import { openDurable } from '../durable.ts';
import { parallelItems } from '../models.ts';
import { ratioOf } from '../scenario.ts';
import type { Measure, Scenario } from '../scenario.ts';
import { workOff } from '../worker.ts';

const unit = 'items per second';

/** Many items at once with the disk below: each item is started, locked, completed and written, and costs the same however many there are. */
export const p03Durable: Scenario = {
  id: 'P3',
  title: 'parallel multi-instance, SQLite',
  run: async ({ isQuick, folder }) => {
    const runtime = await openDurable(folder);
    await runtime.deploy(parallelItems());
    /** Instances of `count` items, one after the other, until there were enough items. */
    const rate = async (count: number): Promise<number> => {
      const total = isQuick ? Math.max(count, 2_000) : 40_000;
      const items = Array.from({ length: count }, (_none, index) => index);
      const from = performance.now();
      for (let begun = 0; begun < total; begun += count) {
        await runtime.start('parallel-items', { items });
        // One worker: what is measured is an item, not how well many share.
        for (let done = 0; done < count;) done += await workOff(runtime, 'work', 1);
      }
      return total / ((performance.now() - from) / 1_000);
    };
    await rate(1_000);
    const rates = new Map<number, number>();
    for (const count of [100, 1_000, 5_000, 10_000]) rates.set(count, await rate(count));
    await runtime.close();
    const of = (count: number): number => rates.get(count) ?? 0;
    return [1_000, 5_000, 10_000].map((count): Measure => {
      const other = { name: '100 items', figure: of(100) };
      return ratioOf(`${count.toLocaleString('en')} items, SQLite`, of(count), unit, other, { atLeast: 1 / 1.1 }, null);
    });
  },
};
