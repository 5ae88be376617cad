import { BpmnModdle } from 'bpmn-moddle';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openDurable } from '../durable.ts';
import { services } from '../models.ts';
import { restingHeap } from '../resting-heap.ts';
import { figureOf, ratioOf } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

const elements = 5_000;

/** A large file is deployed and used for the first time while others are served: nobody else may notice. */
export const p15: Scenario = {
  id: 'P15',
  title: `deploy ${elements.toLocaleString('en')} elements`,
  run: async ({ isQuick, folder }) => {
    const runtime = await openDurable(folder);
    await runtime.deploy(services(1));
    const rounds = isQuick ? 2 : 5;
    // Each round another file, so that nothing of the one before helps.
    const files = Array.from({ length: 2 * rounds + 1 }, (_none, index) =>
      services(elements).replaceAll('"services"', `"large-${index}"`),
    );
    const times: number[] = [];
    const parses: number[] = [];
    for (const [index, file] of files.slice(0, rounds + 1).entries()) {
      let from = performance.now();
      await runtime.deploy(file);
      const deployed = performance.now() - from;
      from = performance.now();
      await new BpmnModdle().fromXML(file);
      // The first one of each meets code that is not compiled yet.
      if (index > 0) times.push(deployed);
      if (index > 0) parses.push(performance.now() - from);
    }
    const before = await restingHeap();
    const delay = monitorEventLoopDelay({ resolution: 1 });
    let isOver = false;
    const others = (async (): Promise<void> => {
      while (!isOver) await runtime.start('services');
    })();
    delay.enable();
    for (let index = rounds + 1; index < files.length; index += 1) {
      await runtime.deploy(files[index]!);
      await runtime.start(`large-${index}`);
    }
    delay.disable();
    isOver = true;
    await others;
    const kept = ((await restingHeap()) - before) / rounds / 1_048_576;
    await runtime.close();
    const mean = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0) / list.length;
    const parse = { name: "bpmn-moddle's parse", figure: mean(parses) };
    return [
      figureOf('longest the loop was held up', delay.max / 1e6, 'ms', { atMost: 50 }, null),
      ratioOf('deployed', mean(times), 'ms', parse, null, { atMost: 1.15 }),
      figureOf('a compiled definition keeps', kept, 'MiB', null, { atMost: 2 }),
    ];
  },
};
