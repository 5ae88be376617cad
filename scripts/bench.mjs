// @ts-check
/**
 * Measures Baton against its peers and against the limits of this machine, and fails when a gate is missed.
 * `npm run bench`, `npm run bench -- --quick`, `npm run bench -- P1 P5`.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from './lib/project.mjs';
import { withTypeScript } from './lib/run-typescript.mjs';

// What is measured is what is shipped.
const built = spawnSync(process.execPath, [join(projectFolder, 'scripts', 'build.mjs')], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

const words = process.argv.slice(2);
const ids = words.filter((word) => !word.startsWith('--')).map((word) => word.toUpperCase());
await withTypeScript('server', 'bench/run.ts', async ({ runBench }) => {
  const allHold = await runBench({
    ids,
    isQuick: words.includes('--quick'),
    historyFile: join(projectFolder, 'server', 'bench', 'history.jsonl'),
    resultFile: join(projectFolder, '.cache', 'bench.json'),
    print: console.log,
  });
  if (!allHold) process.exitCode = 1;
});
