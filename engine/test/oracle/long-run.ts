import * as engine from '../../src/index.ts';
import { checkModels } from './check-models.ts';
import { exploreModels } from './explore.ts';
import { noFigures } from './figures.ts';

/** The long form: many models in batches, with progress. `scripts/oracle.mjs` bundles and starts it. */
export const longRun = async (print: (line: string) => void): Promise<boolean> => {
  const total = Number(process.env.BATON_ORACLE_MODELS ?? 100_000);
  const seed = Number(process.env.BATON_ORACLE_SEED ?? 20_261_126);
  const path = process.env.BATON_ORACLE_PATH;
  const figures = noFigures();
  const begun = Date.now();
  const size = Math.min(1_000, total);
  for (let batch = 0; batch * size < total; batch += 1) {
    const models = Math.min(size, total - batch * size);
    const failure =
      (await checkModels(engine, { models, seed: seed + batch, path }, figures)) ??
      (await exploreModels(engine, { models: Math.ceil(models / 20), seed: seed + batch }, figures));
    const seconds = Math.round((Date.now() - begun) / 1_000);
    print(
      `${seconds} s  ${Object.entries(figures)
        .map(([name, count]) => `${name} ${count}`)
        .join(', ')}`,
    );
    if (failure !== null) {
      print(failure);
      return false;
    }
    if (path !== undefined) break;
  }
  return true;
};
