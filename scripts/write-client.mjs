// @ts-check
// `npm run client`: writes the generated part of the client library from the operations of the server; a test compares it afterwards.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenStale } from './build.mjs';
import { clientCode, generatedFolder } from './lib/client-code.mjs';
import { projectFolder } from './lib/project.mjs';
import { withTypeScript } from './lib/run-typescript.mjs';

await buildWhenStale({ only: ['engine'] });
await withTypeScript('server', 'src/api/api-description.ts', async ({ apiDescription }) => {
  const folder = join(projectFolder, generatedFolder);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of await clientCode(apiDescription())) writeFileSync(join(folder, name), text);
});
