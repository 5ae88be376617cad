import { describe, expect, it } from 'vitest';
import * as engine from '../../src/index.ts';
import { checkModels } from './check-models.ts';
import { exploreModels } from './explore.ts';
import { noFigures } from './figures.ts';

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
    const figures = noFigures();
    const failure = await exploreModels(engine, { models: Math.ceil(models / 20), seed }, figures);
    expect(failure, failure ?? '').toBeNull();
    expect(figures.explored).toBeGreaterThan(models / 50);
    expect(figures.views).toBeGreaterThan(figures.explored);
  });
});
