// @ts-check
// Runs the pinned pnpm on a machine that has only Node.js and npm: `node scripts/pnpm.mjs <arguments of pnpm>`.
import { spawn } from 'node:child_process';
import { withoutNpmVariables } from './lib/clean-env.mjs';
import { pinnedPackageManager, projectFolder } from './lib/project.mjs';

const isWindows = process.platform === 'win32';
const child = spawn(isWindows ? 'npx.cmd' : 'npx', ['-y', pinnedPackageManager(), ...process.argv.slice(2)], {
  cwd: projectFolder,
  env: { ...withoutNpmVariables(process.env), npm_config_loglevel: 'error' },
  stdio: 'inherit',
  shell: isWindows,
});
child.once('error', (error) => {
  process.stderr.write(`npx, which comes with npm, should be on the PATH but could not be started: ${error.message}\n`);
  process.exit(127);
});
child.once('close', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
