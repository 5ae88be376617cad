import { beforeAll, describe, expect, it } from 'vitest';
import { plantedBugs } from '../sim/bugs.ts';
import { runSeed } from '../sim/run-seed.ts';
import { makeTemplate } from '../sim/template.ts';
import type { Template } from '../sim/template.ts';

/** Within so many seeds every bug must show. */
const withinSeeds = 100;

describe('the simulation', () => {
  let template: Template;
  beforeAll(async () => {
    template = await makeTemplate();
  });

  it.each(Object.entries(plantedBugs))(
    'should find out that %s',
    async (_, { tells, ...bug }) => {
      const found: string[] = [];
      for (let seed = 1; seed <= withinSeeds && found.length === 0; seed += 1)
        found.push(...(await runSeed(template, seed, bug)).violations);
      expect(found.join('\n')).toMatch(tells);
    },
    60_000,
  );
});
