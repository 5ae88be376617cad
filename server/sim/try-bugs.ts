import { plantedBugs } from './bugs.ts';
import { runSeed } from './run-seed.ts';
import { makeTemplate } from './template.ts';
export const tryBugs = async (max: number, tell: (t: string) => void, only?: string) => {
  const template = await makeTemplate();
  for (const [name, bug] of Object.entries(plantedBugs)) {
    if (only && !name.includes(only)) continue;
    let caught = 0; const t = performance.now();
    for (let seed = 1; seed <= max; seed++) {
      const r = await runSeed(template, seed, bug);
      if (r.violations.length) { caught = seed; tell(`${name}: seed ${seed} in ${(performance.now()-t).toFixed(0)} ms: ${r.violations[0]?.slice(0,250)}`); break; }
    }
    if (!caught) tell(`${name}: NOT CAUGHT in ${max} (${(performance.now()-t).toFixed(0)} ms)`);
  }
};
