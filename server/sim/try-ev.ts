import { runSeed } from './run-seed.ts';
import { makeTemplate } from './template.ts';
import { swarmLine } from './swarm.ts';
import { plantedBugs } from './bugs.ts';
export const go = async (n: number) => {
  const template = await makeTemplate();
  const bug = plantedBugs[process.env['BUG'] ?? ''];
  const r = await runSeed(template, n, bug);
  console.log(swarmLine(r.swarm), r.violations.join('\n').slice(0, 3000), r.lastedMs);
};
