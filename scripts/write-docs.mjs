// @ts-check
// `npm run docs`: writes the pages of docs/ that are made from code; a test compares them afterwards.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from './lib/project.mjs';

const vitest = join(projectFolder, 'node_modules', 'vitest', 'vitest.mjs');
const result = spawnSync(
  process.execPath,
  [vitest, 'run', 'engine/test/coverage', 'engine/test/feel/differences.test.ts'],
  {
    cwd: projectFolder,
    stdio: 'inherit',
    env: { ...process.env, BATON_WRITE_DOCS: 'yes' },
  },
);
process.exit(result.status ?? 1);
