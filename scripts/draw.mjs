// Draws every .bpmn file of fixtures/ anew from its description: `npm run draw`.
import { build } from 'esbuild';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
const outfile = join(root, 'fixtures', 'src', '.write-drawings.mjs');
await build({
  entryPoints: [join(root, 'fixtures/src/write-drawings.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
});
try {
  await import(pathToFileURL(outfile).href);
} finally {
  const { rmSync } = await import('node:fs');
  rmSync(outfile, { force: true });
}
