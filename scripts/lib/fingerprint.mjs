// @ts-check
// Decides whether something must be made again: a hash over the names and contents of everything it is made from.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const skippedFolders = new Set(['node_modules', 'dist', '.git', '.cache', 'data', 'test-results']);

/**
 * All files below a folder, sorted, without what is generated. A path that is a file gives itself, a missing one nothing.
 * @param {string} path absolute
 * @returns {string[]} absolute paths
 */
export function filesBelow(path) {
  if (!existsSync(path)) return [];
  /** @type {string[]} */
  const found = [];
  /** @param {string} folder */
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) {
        if (!skippedFolders.has(entry.name)) walk(join(folder, entry.name));
      } else if (entry.isFile()) {
        found.push(join(folder, entry.name));
      }
    }
  };
  try {
    walk(path);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOTDIR') throw error;
    return [path];
  }
  return found.sort();
}

/**
 * Hash over files and extra words (versions, settings) that the result depends on.
 * Contents are read, not times: a fresh clone or a switched branch is judged by what it holds.
 * @param {string} base folder that names are taken relative to
 * @param {string[]} paths files or folders, relative to `base`
 * @param {{ words?: string[], accept?: (path: string) => boolean }} [options] `accept` gets paths relative to `base`
 */
export function fingerprint(base, paths, options = {}) {
  const hash = createHash('sha256');
  for (const word of options.words ?? []) hash.update(`${word}\0`);
  for (const path of paths) {
    for (const file of filesBelow(join(base, path))) {
      const name = relative(base, file).split('\\').join('/');
      if (options.accept !== undefined && !options.accept(name)) continue;
      hash.update(`${name}\0`);
      hash.update(readFileSync(file));
      hash.update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} stampFile
 * @param {string} wanted
 */
export function isFresh(stampFile, wanted) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === wanted;
}

/**
 * Notes what a result was made from. Written last, so that an interrupted build is stale.
 * @param {string} stampFile
 * @param {string} value
 */
export function writeStamp(stampFile, value) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, `${value}\n`);
}
