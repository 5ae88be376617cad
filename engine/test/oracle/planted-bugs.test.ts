import { describe, expect, it } from 'vitest';
import { checkModels } from './check-models.ts';
import { noFigures } from './figures.ts';
import { plant } from './plant-bug.ts';
import { plantedBugs } from './planted-bugs.ts';

/** A comparison that never fails would prove nothing. */
describe('the comparison with the oracle', () => {
  for (const bug of plantedBugs) {
    it(`should notice that ${bug.name}`, { timeout: 300_000 }, async () => {
      const engine = await plant(bug);
      const failure = await checkModels(engine, { models: bug.within, seed: 1, shrink: false }, noFigures());
      expect(failure, `Not noticed within ${bug.within} models.`).toContain('The engine and the oracle differ');
    });
  }
});
