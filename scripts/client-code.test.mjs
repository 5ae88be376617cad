// @ts-check
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { clientCode, generatedFolder } from './lib/client-code.mjs';
import { projectFolder } from './lib/project.mjs';

it('should have made the client library from the operations as they are now (else run `npm run client`)', async () => {
  // By a name that the compiler does not follow: the sources of the server are checked with their own settings.
  const description = join(projectFolder, 'server/src/api/api-description.ts');
  const { apiDescription } = await import(description);
  const wanted = await clientCode(apiDescription());
  const folder = join(projectFolder, generatedFolder);
  expect(readdirSync(folder).sort()).toEqual([...wanted.keys()].sort());
  for (const [name, text] of wanted) expect(readFileSync(join(folder, name), 'utf8'), name).toBe(text);
});
