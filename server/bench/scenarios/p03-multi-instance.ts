import { cpuRate } from '../cpu-rate.ts';
import { compiled, runInMemory } from '../in-memory.ts';
import { parallelItems } from '../models.ts';
import { peerModels, runOnPeer } from '../peers/bpmn-engine.ts';
import { ratioOf } from '../scenario.ts';
import type { Measure, Scenario } from '../scenario.ts';

const unit = 'items per CPU second';
const items = (count: number): number[] => Array.from({ length: count }, (_none, index) => index);

/** Many items at once: what one costs must not grow with how many there are. */
export const p03: Scenario = {
  id: 'P3',
  title: 'parallel multi-instance, in memory',
  run: async ({ isQuick }) => {
    const definition = await compiled(parallelItems());
    const rates = new Map<number, number>();
    for (const count of [100, 1_000, 5_000, 10_000]) {
      const list = items(count);
      const rate = await cpuRate(isQuick ? 0.7 : 4, () => runInMemory(definition, { items: list }));
      rates.set(count, rate * count);
    }
    const of = (count: number): number => rates.get(count) ?? 0;
    const peer = peerModels.parallelItems(1_000);
    const figure = (await cpuRate(isQuick ? 1 : 5, () => runOnPeer(peer))) * 1_000;
    const linear = [1_000, 5_000, 10_000].map((count): Measure => {
      const other = { name: '100 items', figure: of(100) };
      return ratioOf(`${count.toLocaleString('en')} items`, of(count), unit, other, { atLeast: 1 / 1.1 }, null);
    });
    const against = { name: 'bpmn-engine, 1,000 items', figure };
    return [ratioOf('1,000 items', of(1_000), unit, against, null, { atLeast: 150 }), ...linear];
  },
};
