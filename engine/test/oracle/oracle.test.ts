import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as engine from '../../src/index.ts';
import { checkModels, noFigures } from './check-models.ts';
import { explore, smallNet } from './explore.ts';
import { printNet } from './net.ts';

/** Another seed looks at other models; a failure prints the seed and path that repeat it. */
const seed = Number(process.env.BATON_ORACLE_SEED ?? 20_261_126);
const models = Number(process.env.BATON_ORACLE_MODELS ?? 2_000);
const path = process.env.BATON_ORACLE_PATH;
const timeout = 60_000 + models * 200;

describe('the engine and an oracle of another shape', () => {
  it('should agree on every step of random models', { timeout }, async () => {
    const figures = noFigures();
    const failure = await checkModels(engine, { models, seed, path }, figures);
    expect(failure, failure ?? '').toBeNull();
    if (path !== undefined) return;
    // The models must be worth it: most of them run, some get stuck, and each takes a few steps.
    expect(figures.tooLarge + figures.refused).toBeLessThan(models * 0.1);
    expect(figures.stuck).toBeGreaterThan(0);
    expect(figures.steps).toBeGreaterThan(models * 3);
  });

  it('should reach the same with everything that may happen, in every order', { timeout }, async () => {
    let compared = 0;
    let views = 0;
    const property = fc.asyncProperty(smallNet, fc.constantFrom(1, 3, 1_000), async (net, budget) => {
      const explored = await explore(engine, net, budget);
      if (!explored) return;
      compared += 1;
      views += explored.views;
      expect({ onlyEngine: explored.onlyEngine, onlyOracle: explored.onlyOracle }, printNet(net)).toEqual({
        onlyEngine: [],
        onlyOracle: [],
      });
    });
    await fc.assert(property, { numRuns: Math.ceil(models / 20), seed });
    expect(compared).toBeGreaterThan(models / 50);
    expect(views).toBeGreaterThan(compared);
  });
});
