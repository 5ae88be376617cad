// @ts-check
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { projectFolder } from './project.mjs';

/**
 * Bundles a TypeScript file of a package and hands its exports to `use`.
 *
 * @param {string} workspace the package that the file belongs to, and whose dependencies it finds
 * @param {string} file from the package on
 * @param {(exports: any) => Promise<void>} use
 */
export const withTypeScript = async (workspace, file, use) => {
  // Inside the package, so that its dependencies are found from there, and as deep as its sources, which look for files of the project.
  const outfile = join(projectFolder, workspace, 'node_modules', `.bundle-${process.pid}.mjs`);
  try {
    await build({
      entryPoints: [join(projectFolder, workspace, file)],
      outfile,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      sourcemap: 'inline',
      conditions: ['development'],
      alias: { '@baton/fixtures': join(projectFolder, 'fixtures', 'src') },
      logLevel: 'warning',
    });
    await use(await import(pathToFileURL(outfile).href));
  } finally {
    rmSync(outfile, { force: true });
  }
};
