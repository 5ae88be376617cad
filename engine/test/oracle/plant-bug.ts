import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Engine } from './engine-side.ts';

/** A mistake that somebody could make in the engine: one exact piece of its source, and what stands there instead. */
export interface PlantedBug {
  readonly name: string;
  /** Under `engine/src`. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  /** Models after which it must have been noticed. */
  readonly within: number;
}

const engineFolder = resolve(import.meta.dirname, '..', '..');

/** Bundles the engine with the bug in it. The source is not touched; a bug whose place is gone is an error. */
export const plant = async (bug: PlantedBug): Promise<Engine> => {
  const source = join(engineFolder, 'src', bug.file);
  const parts = readFileSync(source, 'utf8').split(bug.find);
  if (parts.length !== 2)
    throw new Error(
      `Expected '${bug.find}' once in ${bug.file} to plant the bug "${bug.name}", found it ${parts.length - 1} times. Choose the place anew.`,
    );
  // Where the bundle finds the engine's packages, and where test runners leave files as they are.
  const folder = mkdtempSync(join(engineFolder, 'node_modules', '.planted-'));
  try {
    const outfile = join(folder, 'engine.mjs');
    await build({
      entryPoints: [join(engineFolder, 'src', 'index.ts')],
      outfile,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      logLevel: 'silent',
      plugins: [
        {
          name: 'plant',
          setup: ({ onLoad }) =>
            onLoad({ filter: /\.ts$/ }, ({ path }) =>
              path === source ? { contents: parts.join(bug.replace), loader: 'ts' } : undefined,
            ),
        },
      ],
    });
    return (await import(/* @vite-ignore */ pathToFileURL(outfile).href)) as Engine;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
