// @ts-check
// Builds the packages whose sources changed: `node scripts/build.mjs [--force] [package …]`.
//
// Engine and server are translated file by file, so that `dist` mirrors `src`: a stack trace names the file that a reader knows, a worker
// thread finds its file where its source lies, and nothing is bundled twice. The web app is bundled by Vite.
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesBelow, fingerprint, isFresh, writeStamp } from './lib/fingerprint.mjs';
import { isBuildInput, packageBuilds } from './lib/packages.mjs';
import { humanDuration, runQuietly, say } from './lib/progress.mjs';
import { projectFolder } from './lib/project.mjs';

/** @typedef {import('./lib/packages.mjs').PackageBuild} PackageBuild */

/** @param {PackageBuild} build */
function stampFile(build) {
  return join(projectFolder, build.name, 'dist', '.build-stamp');
}

/** @param {PackageBuild} build */
function wantedStamp(build) {
  return fingerprint(projectFolder, build.inputs, { words: [process.version], accept: isBuildInput });
}

/**
 * esbuild plugin that keeps one output file per source file: a relative import stays an import, only its ending becomes `.js`.
 * JSON is put into the file that imports it, because Node.js 20 wants an import attribute for it that its own version renamed.
 * @type {import('esbuild').Plugin}
 */
const keepFilesApart = {
  name: 'keep-files-apart',
  setup(build) {
    build.onResolve({ filter: /.*/ }, (request) => {
      if (request.kind === 'entry-point' || request.path.endsWith('.json')) return null;
      return { path: request.path.replace(/^(\.{1,2}\/.*)\.tsx?$/, '$1.js'), external: true };
    });
  },
};

/** @param {PackageBuild} packageBuild */
async function buildWithEsbuild(packageBuild) {
  const { build } = await import('esbuild');
  const source = join(projectFolder, packageBuild.name, 'src');
  const target = join(projectFolder, packageBuild.name, 'dist');
  const files = filesBelow(source).filter((file) => isBuildInput(relative(projectFolder, file)));
  const isTypeScript = (/** @type {string} */ file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts');
  rmSync(target, { recursive: true, force: true });
  await build({
    entryPoints: files.filter(isTypeScript),
    outbase: source,
    outdir: target,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
    plugins: [keepFilesApart],
  });
  for (const file of files) {
    if (!/\.(tsx?|json)$/.test(file)) cpSync(file, join(target, relative(source, file)));
  }
}

/** @param {PackageBuild} packageBuild */
async function buildWithVite(packageBuild) {
  const folder = join(projectFolder, packageBuild.name);
  const vite = join(folder, 'node_modules', 'vite', 'bin', 'vite.js');
  const result = await runQuietly(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (result.code !== 0) throw new Error(`vite build failed (exit code ${result.code}):\n${result.output}`);
  if (result.output.trim() !== '') say(result.output.trimEnd());
}

/**
 * Builds what is stale.
 * @param {{ force?: boolean, only?: string[] }} [options] `force` builds all; `only` limits to these packages
 * @throws with the output of the build tool when it failed
 */
export async function buildWhenStale(options = {}) {
  for (const packageBuild of packageBuilds) {
    if (options.only !== undefined && options.only.length > 0 && !options.only.includes(packageBuild.name)) continue;
    if (!existsSync(join(projectFolder, packageBuild.name, 'src'))) continue;
    const wanted = wantedStamp(packageBuild);
    if (options.force !== true && isFresh(stampFile(packageBuild), wanted)) continue;
    const startedAtMs = Date.now();
    say(`Building ${packageBuild.name} …`);
    if (packageBuild.tool === 'esbuild') await buildWithEsbuild(packageBuild);
    else await buildWithVite(packageBuild);
    writeStamp(stampFile(packageBuild), wanted);
    say(`  built in ${humanDuration(Date.now() - startedAtMs)}`);
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const args = process.argv.slice(2);
  try {
    await buildWhenStale({ force: args.includes('--force'), only: args.filter((arg) => !arg.startsWith('--')) });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
