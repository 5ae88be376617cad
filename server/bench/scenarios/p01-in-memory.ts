import { cpuRate } from '../cpu-rate.ts';
import { compiled, runInMemory } from '../in-memory.ts';
import { parallelServices, services } from '../models.ts';
import { peerModels, runOnPeer } from '../peers/bpmn-engine.ts';
import { ratioOf } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

const cases = [
  { name: 'start–service–end', ours: services(1), peer: peerModels.services(1) },
  { name: 'ten services', ours: services(10), peer: peerModels.services(10) },
  { name: 'ten in parallel', ours: parallelServices(10), peer: peerModels.parallelServices(10) },
];

/** What the engine itself costs: no database, no HTTP. */
export const p01: Scenario = {
  id: 'P1',
  title: 'in memory against bpmn-engine',
  run: async ({ isQuick }) => {
    const measures = [];
    for (const { name, ours, peer } of cases) {
      const definition = await compiled(ours);
      const rate = await cpuRate(isQuick ? 0.5 : 3, () => runInMemory(definition));
      const figure = await cpuRate(isQuick ? 1 : 5, () => runOnPeer(peer));
      const other = { name: 'bpmn-engine', figure };
      measures.push(ratioOf(name, rate, 'instances per CPU second', other, { atLeast: 100 }, { atLeast: 500 }));
    }
    return measures;
  },
};
