// @ts-check
// Where the project lies on this machine and which package manager it pins.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the project's top folder. */
export const projectFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * The pinned package manager as npx understands it, for example `pnpm@10.34.9`.
 * A corepack hash behind a plus sign is left out, npx does not know it.
 * @throws when package.json has no `packageManager` field
 */
export function pinnedPackageManager() {
  /** @type {{ packageManager?: string }} */
  const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
  const pinned = manifest.packageManager?.split('+')[0];
  if (pinned === undefined || !pinned.startsWith('pnpm@')) {
    throw new Error(
      `package.json should name its package manager as "packageManager": "pnpm@<version>", found ${String(pinned)}`,
    );
  }
  return pinned;
}

/** Lowest Node.js version that every pinned dependency runs on. */
const lowestNode = [20, 19];

/**
 * Ends the process with a plain sentence when this Node.js is too old, before a dependency fails in a way nobody understands.
 */
export function requireNodeVersion() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = lowestNode;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  process.stderr.write(
    `Baton needs Node.js ${lowestNode.join('.')} or newer; this is ${process.versions.node}. Install a newer one from your system or nodejs.org.\n`,
  );
  process.exit(1);
}
