import { cpuRate } from '../cpu-rate.ts';
import { compiled, runInMemory } from '../in-memory.ts';
import { countingLoop } from '../models.ts';
import { peerModels, runOnPeer } from '../peers/bpmn-engine.ts';
import { ratioOf } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** A loop without a wait: 1,000 rounds against the peer, and 100,000 against 1,000, which must cost a hundred times as much and no more. */
export const p02: Scenario = {
  id: 'P2',
  title: 'loop without a wait, in memory',
  run: async ({ isQuick }) => {
    const definition = await compiled(countingLoop());
    const seconds = isQuick ? 0.5 : 3;
    const short = await cpuRate(seconds, () => runInMemory(definition, { n: 0, limit: 1_000 }));
    const long = await cpuRate(seconds, () => runInMemory(definition, { n: 0, limit: 100_000 }));
    const peer = peerModels.countingLoop(1_000);
    const figure = await cpuRate(isQuick ? 1 : 5, () => runOnPeer(peer));
    const rounds = { name: '1,000 rounds', figure: short * 1_000 };
    return [
      ratioOf(
        '1,000 rounds',
        short,
        'instances per CPU second',
        { name: 'bpmn-engine', figure },
        { atLeast: 100 },
        { atLeast: 500 },
      ),
      ratioOf('100,000 rounds', long * 100_000, 'rounds per CPU second', rounds, { atLeast: 1 / 1.1 }, null),
    ];
  },
};
