// @ts-check
/**
 * Asks the registry whether holes are known in the packages that run where Baton does, or in its pages: `npm run audit`. Exit code 0: none of high severity or worse
 * is known; 1: there are, and they are listed; 2: nobody could tell, because the registry does not answer that question (a mirror may not) or was not reached.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { judgeAudit } from './lib/audit-report.mjs';
import { projectFolder } from './lib/project.mjs';

const { stdout, stderr } = spawnSync(
  process.execPath,
  [join(projectFolder, 'scripts', 'pnpm.mjs'), 'audit', '--prod', '--json'],
  { cwd: projectFolder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
);
const { exitCode, lines } = judgeAudit(stdout, stderr);
(exitCode === 0 ? process.stdout : process.stderr).write(`${lines.join('\n')}\n`);
process.exitCode = exitCode;
