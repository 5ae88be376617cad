// @ts-check
/**
 * Plays random models on the engine and on the oracle of its tests: 100,000, or BATON_ORACLE_MODELS. BATON_ORACLE_SEED and
 * BATON_ORACLE_PATH repeat a failure.
 */
import { withTypeScript } from './lib/run-typescript.mjs';

await withTypeScript('engine', 'test/oracle/long-run.ts', async ({ longRun }) => {
  if (!(await longRun(console.log))) process.exitCode = 1;
});
