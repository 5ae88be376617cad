// @ts-check
// Installs the dependencies when the lock file or a manifest changed since the last time, and costs nothing otherwise.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withoutNpmVariables } from './lib/clean-env.mjs';
import { fingerprint, isFresh, writeStamp } from './lib/fingerprint.mjs';
import { dim, humanDuration, runQuietly, say } from './lib/progress.mjs';
import { pinnedPackageManager, projectFolder } from './lib/project.mjs';

const packages = ['engine', 'client', 'server', 'modeler', 'fixtures'];
/** Those that depend on something, so that an installation leaves a folder in them. */
const withDependencies = ['.', 'engine', 'server', 'modeler'];
const stampFile = join(projectFolder, 'node_modules', '.baton-install');

/** What an installation depends on: manifests, lock file, and the platform that native modules were made for. */
function wantedInstallation() {
  return fingerprint(
    projectFolder,
    ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...packages.map((name) => `${name}/package.json`)],
    { words: [process.platform, process.arch, process.versions.modules] },
  );
}

/**
 * Brings node_modules in line with the lock file.
 * @throws with the output of pnpm when it failed
 */
export async function installWhenStale() {
  const wanted = wantedInstallation();
  const isComplete = withDependencies.every((name) => existsSync(join(projectFolder, name, 'node_modules')));
  if (isComplete && isFresh(stampFile, wanted)) return;

  say('Installing dependencies (first time: one to three minutes) …');
  const isWindows = process.platform === 'win32';
  const result = await runQuietly(
    isWindows ? 'npx.cmd' : 'npx',
    ['-y', pinnedPackageManager(), 'install', '--frozen-lockfile', '--reporter=append-only'],
    {
      cwd: projectFolder,
      // CI=true: pnpm must never wait for an answer that nobody can see.
      env: { ...withoutNpmVariables(process.env), npm_config_loglevel: 'error', CI: 'true' },
      shell: isWindows,
      onWait: (elapsedMs) =>
        say(
          dim(
            `  … ${humanDuration(elapsedMs)}; the SQLite module is compiled where no prebuilt one can be fetched (about 95 s)`,
          ),
        ),
    },
  );
  if (result.code !== 0) {
    throw new Error(`installing the dependencies failed (exit code ${result.code}):\n${result.output}`);
  }
  for (const line of result.output.split('\n').filter((text) => /\bWARN\b/.test(text))) say(dim(`  ${line.trim()}`));
  writeStamp(stampFile, wanted);
  say(`  installed in ${humanDuration(result.durationMs)}`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await installWhenStale();
}
