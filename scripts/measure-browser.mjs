// @ts-check
// `npm run measure:browser`: how quickly the web app does what people wait for, in a real browser. Needs the machine for itself.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from './lib/project.mjs';

const vitest = join(projectFolder, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', '--config', 'vitest.browser.config.ts'], {
  cwd: projectFolder,
  stdio: 'inherit',
  env: { ...process.env, BATON_MEASURE: '1' },
});
process.exit(status ?? 1);
