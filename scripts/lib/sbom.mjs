// @ts-check
import { createHash } from 'node:crypto';
import { browserWorkspaces, runtimePackages, serverWorkspaces } from './lockfile.mjs';

/** @typedef {import('./lockfile.mjs').LockedPackage} LockedPackage */

/** The address of a package as others write it: https://github.com/package-url. @param {Pick<LockedPackage, 'name' | 'version'>} one */
const purlOf = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** @param {string} integrity */
const hashesOf = (integrity) => {
  const [, algorithm, digest = ''] = /^sha(\d+)-(.+)$/.exec(integrity) ?? [];
  return algorithm === undefined
    ? []
    : [{ alg: `SHA-${algorithm}`, content: Buffer.from(digest, 'base64').toString('hex') }];
};

/**
 * The bill of materials of what runs, in the JSON of CycloneDX 1.6: every package of the server and of its pages, with the digest that the lockfile holds and
 * what it needs. The same lockfile gives the same text.
 * @param {ReturnType<typeof import('./lockfile.mjs').parseLockfile>} lockfile
 * @param {string} version of Baton
 */
export const billOfMaterials = (lockfile, version) => {
  const [server, browser] = [serverWorkspaces, browserWorkspaces].map((workspaces) =>
    runtimePackages(lockfile, workspaces),
  );
  const all = [...new Set([...(server ?? []), ...(browser ?? [])])].sort((a, b) => (purlOf(a) < purlOf(b) ? -1 : 1));
  const known = new Set(all.map(purlOf));
  const components = all.map((one) => ({
    type: 'library',
    'bom-ref': purlOf(one),
    name: one.name,
    version: one.version,
    purl: purlOf(one),
    hashes: hashesOf(one.integrity),
    properties: [
      ...(server?.includes(one) === true ? [{ name: 'baton:runs', value: 'server' }] : []),
      ...(browser?.includes(one) === true ? [{ name: 'baton:runs', value: 'browser' }] : []),
    ],
  }));
  const dependencies = all.map((one) => ({
    ref: purlOf(one),
    dependsOn: one.dependencies
      .flatMap((id) => lockfile.packages.get(id.replace(/\(.*$/, '')) ?? [])
      .map(purlOf)
      .filter((purl) => known.has(purl))
      .sort(),
  }));
  const root = { name: 'baton', version };
  const bom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': purlOf(root), purl: purlOf(root), ...root } },
    components,
    dependencies: [
      { ref: purlOf(root), dependsOn: direct(lockfile).filter((purl) => known.has(purl)) },
      ...dependencies,
    ],
  };
  return { ...bom, serialNumber: `urn:uuid:${uuidOf(JSON.stringify(bom))}` };
};

/** @param {ReturnType<typeof import('./lockfile.mjs').parseLockfile>} lockfile */
const direct = ({ packages, importers }) =>
  [
    ...new Set(
      [...serverWorkspaces, ...browserWorkspaces]
        .flatMap((workspace) => importers.get(workspace) ?? [])
        .flatMap((id) => packages.get(id.replace(/\(.*$/, '')) ?? [])
        .map(purlOf),
    ),
  ].sort();

/** A number that is made of a text (version 8 of RFC 9562). @param {string} text */
const uuidOf = (text) => {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
