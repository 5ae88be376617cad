// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './project.mjs';

/**
 * One package that is installed.
 * @typedef {object} LockedPackage
 * @property {string} name
 * @property {string} version
 * @property {string} integrity the digest of its archive, as Subresource Integrity writes it
 * @property {string[]} dependencies ids of the packages that it needs
 * @property {{ os?: string, cpu?: string, libc?: string }} platform where it runs only; empty for everywhere
 */

/**
 * The packages of a lockfile of pnpm, and which of them each workspace asks for. It reads the regular form that pnpm writes, not YAML in general: a line is
 * a name at its depth, with or without a value.
 * @param {string} text
 * @returns {{ packages: Map<string, LockedPackage>, importers: Map<string, string[]> }} dependencies that are no development dependencies; ids are `name@version`
 */
export const parseLockfile = (text) => {
  /** @type {Map<string, LockedPackage>} */
  const packages = new Map();
  /** @type {Map<string, string[]>} */
  const importers = new Map();
  /** @type {string[]} */
  const path = [];
  for (const line of text.split('\n')) {
    const [, indent, quoted, plain, value = ''] = /^( *)(?:'([^']+)'|([^\s:'][^:]*)):(?: (.*))?$/.exec(line) ?? [];
    const name = quoted ?? plain;
    if (name === undefined || indent === undefined) continue;
    path.length = indent.length / 2;
    path.push(name);
    const [section = '', id = '', kind = '', dependency = '', property] = path;
    const isNeeded = kind === 'dependencies' || kind === 'optionalDependencies';
    if (section === 'importers' && path.length === 2) importers.set(id, []);
    if (section === 'importers' && isNeeded && property === 'version' && !value.startsWith('link:'))
      importers.get(id)?.push(`${dependency}@${unquoted(value)}`);
    if (section === 'packages' && kind === 'resolution') {
      const at = id.lastIndexOf('@');
      const integrity = /integrity: ([^,}]+)/.exec(value)?.[1] ?? '';
      packages.set(id, { name: id.slice(0, at), version: id.slice(at + 1), integrity, dependencies: [], platform: {} });
    }
    if (section === 'packages' && (kind === 'os' || kind === 'cpu' || kind === 'libc')) {
      const one = packages.get(id);
      if (one !== undefined) one.platform[kind] = value.replace(/[[\]]/g, '');
    }
    if (section === 'snapshots' && isNeeded && path.length === 4)
      packages.get(withoutPeers(id))?.dependencies.push(`${dependency}@${unquoted(value)}`);
  }
  return { packages, importers };
};

/** @param {string} text */
const unquoted = (text) => text.replace(/^'(.*)'$/, '$1');
/** What a package was installed beside is told in brackets. @param {string} id */
const withoutPeers = (id) => id.replace(/\(.*$/, '');

/** Programs that fetch or build a binary while a package is installed; nothing of them runs later. */
const installers = new Set(['prebuild-install']);

/**
 * All packages that these workspaces need to run, with what those need.
 * @param {ReturnType<typeof parseLockfile>} lockfile
 * @param {readonly string[]} workspaces
 * @param {{ os: string, cpu: string, libc: string } | null} [platform] leaves out what is for another one (Default: null, nothing is left out)
 * @returns {LockedPackage[]} in the order of their names
 */
export const runtimePackages = ({ packages, importers }, workspaces, platform = null) => {
  const waiting = workspaces.flatMap((workspace) => importers.get(workspace) ?? []).map(withoutPeers);
  /** @type {Map<string, LockedPackage>} */
  const found = new Map();
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    const one = packages.get(id);
    if (one === undefined) throw new Error(`Expected '${id}' among the packages of pnpm-lock.yaml, found it nowhere.`);
    if (installers.has(one.name) || !runsOn(one, platform)) continue;
    found.set(id, one);
    waiting.push(...one.dependencies.map(withoutPeers));
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
};

/** @param {LockedPackage} one @param {{ os: string, cpu: string, libc: string } | null} platform */
const runsOn = ({ platform: own }, platform) =>
  platform === null ||
  [
    [own.os, platform.os],
    [own.cpu, platform.cpu],
    [own.libc, platform.libc],
  ].every(([needed, there]) => needed === undefined || needed.split(', ').includes(there ?? ''));

/** What runs where Baton does. */
export const serverWorkspaces = ['engine', 'client', 'server'];
/** What is bundled into the pages that a browser loads. */
export const browserWorkspaces = ['modeler'];

/** The lockfile of this project. */
export const readLockfile = () => parseLockfile(readFileSync(join(projectFolder, 'pnpm-lock.yaml'), 'utf8'));
