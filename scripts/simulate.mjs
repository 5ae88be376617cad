// @ts-check
/**
 * Runs several servers on a simulated store, clock and network from a seed, lets things go wrong and looks whether everything holds:
 * `npm run sim`, `npm run sim -- --seeds 50000 --seed 1`, and `SIM_SEED=4711 npm run sim` for one seed again, with what it drew.
 * (Defaults: 1,000 seeds from 1 on.)
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectFolder } from './lib/project.mjs';
import { withTypeScript } from './lib/run-typescript.mjs';

const one = process.env['SIM_SEED'];
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: one === undefined ? '1000' : '1' },
    seed: { type: 'string', default: one ?? '1' },
  },
});
const whole = (/** @type {'seeds' | 'seed'} */ name) => {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new Error(`Expected a whole number for --${name}, found '${values[name]}'.`);
};

// The server is taken as it is written, and finds the engine as it was built.
const built = spawnSync(process.execPath, [join(projectFolder, 'scripts', 'build.mjs'), 'engine'], {
  stdio: 'inherit',
});
if (built.status !== 0) process.exit(built.status ?? 1);

await withTypeScript('server', 'sim/run.ts', async ({ runSimulation }) => {
  const began = performance.now();
  const seeds = whole('seeds');
  const { failures, strikeCounts, commits, instances } = await runSimulation({
    firstSeed: whole('seed'),
    seeds,
    isTalkative: seeds === 1,
    tell: console.log,
  });
  const strikes = [...strikeCounts].map(([name, count]) => `${name} ${count}`).join(', ');
  console.log(`Struck: ${strikes || 'nothing'}.`);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `${seeds} seeds, ${instances} instances, ${commits} commits in ${seconds} s: ${failures.length} seeds failed.`,
  );
  if (failures.length > 0) process.exitCode = 1;
});
