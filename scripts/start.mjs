// @ts-check
// `npm start`: from a fresh clone to a running Baton. Installs and builds what is stale, then becomes the server: the same process, so that
// Ctrl-C and every signal reach it as if it had been started by hand.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { humanDuration, say } from './lib/progress.mjs';
import { projectFolder, requireNodeVersion } from './lib/project.mjs';

requireNodeVersion();
const startedAtMs = Date.now();

try {
  const { installWhenStale } = await import('./install.mjs');
  await installWhenStale();
  // Imported only now: the builder needs what was just installed.
  const { buildWhenStale } = await import('./build.mjs');
  await buildWhenStale();
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

const entry = join(projectFolder, 'server', 'dist', 'main.js');
if (!existsSync(entry)) {
  process.stderr.write(`The build should have made ${entry}, but it is missing. Run: npm run build -- --force\n`);
  process.exit(1);
}

say(`Starting the server (prepared in ${humanDuration(Date.now() - startedAtMs)}) …`);
process.chdir(projectFolder);
process.argv = [process.execPath, entry, 'serve', ...process.argv.slice(2)];
// The server itself says when it is ready, and on which address.
await import(pathToFileURL(entry).href);
