import { runSeed } from './run-seed.ts';
import { makeTemplate } from './template.ts';
import { swarmLine } from './swarm.ts';
import { plantedBugs } from './bugs.ts';
export const go = async (n: number) => {
  const template = await makeTemplate();
  const bug = plantedBugs[process.env['BUG'] ?? ''];
  let dropped = 0;
  const r = await runSeed(template, n, bug && { ...bug, ...(bug.clock ? { clock: (c, p) => { const k = bug.clock!(c, p); return { ...k, after: (ms, w) => { if (ms === p) dropped++; return k.after(ms, w); } }; } } : {}) });
  console.log(swarmLine(r.swarm), r.violations, r.lastedMs, { dropped });
};
