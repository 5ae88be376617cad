/**
 * Plays random models on the engine and on the oracle of its tests: 100,000, or BATON_ORACLE_MODELS. BATON_ORACLE_SEED and
 * BATON_ORACLE_PATH repeat a failure.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
// Inside the repository, so that packages are found from there.
const folder = mkdtempSync(join(root, 'engine', 'node_modules', '.oracle-'));
try {
  const outfile = join(folder, 'long-run.mjs');
  await build({
    entryPoints: [join(root, 'engine', 'test', 'oracle', 'long-run.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    conditions: ['development'],
    alias: { '@baton/fixtures': join(root, 'fixtures', 'src') },
    logLevel: 'warning',
  });
  const { longRun } = await import(pathToFileURL(outfile).href);
  if (!(await longRun(console.log))) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
