// @ts-check
// Proves that the import rules can fail: a small project is written that breaks each rule once (and keeps to each once), and cruised.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from './lib/project.mjs';

/** Each rule with a file that breaks it and the import that does. */
const planted = [
  { rule: 'no-cycle', from: 'engine/src/about.ts', imports: './round.ts' },
  { rule: 'no-unresolvable', from: 'engine/src/lost.ts', imports: './nowhere.ts' },
  { rule: 'no-dev-dependency-in-product', from: 'server/src/main.ts', imports: 'onlyfortests' },
  { rule: 'engine-without-node', from: 'engine/src/reads-file.ts', imports: 'node:fs' },
  { rule: 'engine-knows-nobody', from: 'engine/src/looks-up.ts', imports: '../../server/src/runtime/pipeline.ts' },
  { rule: 'engine-without-fixtures', from: 'engine/src/uses-fixture.ts', imports: '../../fixtures/one.ts' },
  { rule: 'engine-by-its-front-door', from: 'server/src/runtime/climbs.ts', imports: '../../../engine/src/inner.ts' },
  { rule: 'client-stands-alone', from: 'client/src/shortcut.ts', imports: '../../server/src/runtime/pipeline.ts' },
  { rule: 'client-stands-alone', from: 'client/src/reads-file.ts', imports: 'node:fs' },
  { rule: 'fixtures-stand-alone', from: 'fixtures/leans.ts', imports: '../engine/src/index.ts' },
  { rule: 'store-below-api-and-runtime', from: 'server/src/store/above.ts', imports: '../runtime/pipeline.ts' },
  { rule: 'store-below-api-and-runtime', from: 'server/src/store/http.ts', imports: '../api/router.ts' },
  { rule: 'runtime-without-http', from: 'server/src/runtime/http.ts', imports: '../api/router.ts' },
  { rule: 'api-writes-no-sql', from: 'server/src/api/query.ts', imports: 'knex' },
  { rule: 'api-writes-no-sql', from: 'server/src/api/table.ts', imports: '../store/sql/tables.ts' },
  { rule: 'command-line-loads-late', from: 'server/src/cli/now.ts', imports: '../runtime/pipeline.ts' },
  { rule: 'server-without-web-app', from: 'server/src/api/page.ts', imports: '../../../modeler/src/api/client.ts' },
  {
    rule: 'web-app-without-server',
    from: 'modeler/src/api/direct.ts',
    imports: '../../../server/src/runtime/pipeline.ts',
  },
  { rule: 'features-are-islands', from: 'modeler/src/features/tasklist/peek.ts', imports: '../operations/page.ts' },
  { rule: 'app-above-features', from: 'modeler/src/features/tasklist/up.ts', imports: '../../app/router.ts' },
  { rule: 'shared-below-features', from: 'modeler/src/shared/up.ts', imports: '../features/operations/page.ts' },
  { rule: 'mantine-only-in-ui', from: 'modeler/src/features/tasklist/button.ts', imports: '@mantine/core' },
];

/**
 * Imports that the rules allow; none of these may be reported.
 *
 * @type {{ from: string, imports: string, isTypeOnly?: true, isLate?: true }[]}
 */
const allowed = [
  { from: 'server/src/runtime/engine.ts', imports: '../../../engine/src/index.ts' },
  { from: 'server/src/api/search.ts', imports: '../store/searches/tasks.ts' },
  { from: 'server/src/store/rows.ts', imports: 'knex' },
  { from: 'engine/src/inner.test.ts', imports: '../../fixtures/one.ts' },
  { from: 'engine/src/file.test.ts', imports: 'node:fs' },
  { from: 'client/src/worker/loop.ts', imports: '../index.ts' },
  { from: 'server/src/cli/shape.ts', imports: '../runtime/pipeline.ts', isTypeOnly: true },
  { from: 'server/src/cli/later.ts', imports: '../runtime/pipeline.ts', isLate: true },
  { from: 'modeler/src/ui/button.ts', imports: '@mantine/core' },
  { from: 'modeler/src/features/tasklist/task.ts', imports: '../../shared/clock.ts' },
  { from: 'modeler/src/features/tasklist/link.ts', imports: '../../app/router.ts', isTypeOnly: true },
  { from: 'modeler/src/api/shape.ts', imports: '../../../server/src/runtime/pipeline.ts', isTypeOnly: true },
];

/** Files that the imports above lead to. */
const targets = [
  'engine/src/index.ts',
  'client/src/index.ts',
  'engine/src/inner.ts',
  'fixtures/one.ts',
  'server/src/runtime/pipeline.ts',
  'server/src/api/router.ts',
  'server/src/store/sql/tables.ts',
  'server/src/store/searches/tasks.ts',
  'modeler/src/api/client.ts',
  'modeler/src/features/operations/page.ts',
  'modeler/src/shared/clock.ts',
  'modeler/src/app/router.ts',
];

/** @type {string} */
let folder;
/** @type {{ from: string, to: string, rule: { name: string } }[]} */
let violations;

/** @param {string} path @param {string} text */
function write(path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const depcruise = join(projectFolder, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');

/** @param {string[]} args */
function cruise(args) {
  return spawnSync(process.execPath, [depcruise, '--config', '.dependency-cruiser.cjs', ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-boundaries-'));
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.base.json'])
    cpSync(join(projectFolder, file), join(folder, file));
  write(
    'package.json',
    JSON.stringify({
      type: 'module',
      dependencies: { knex: '*', '@mantine/core': '*' },
      devDependencies: { onlyfortests: '*' },
    }),
  );
  for (const name of ['knex', '@mantine/core', 'onlyfortests']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, 'module.exports = { it: 1 };');
  }
  for (const path of targets) write(path, 'export const it = 1;\nexport type It = number;\n');
  write('engine/src/round.ts', "export { it as about } from './about.ts';\nexport const it = 1;\n");
  for (const { from, imports } of planted) write(from, `import { it } from '${imports}';\nexport { it };\n`);
  for (const { from, imports, isTypeOnly, isLate } of allowed) {
    if (isLate === true) write(from, `export const it = () => import('${imports}');\n`);
    else if (isTypeOnly === true) write(from, `import type { It } from '${imports}';\nexport type Its = It[];\n`);
    else write(from, `import { it } from '${imports}';\nexport { it };\n`);
  }
  violations = JSON.parse(
    cruise(['--output-type', 'json', 'engine/src', 'client/src', 'server/src', 'modeler/src', 'fixtures']).stdout,
  ).summary.violations;
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the import rules', () => {
  it.each(planted)('should report $from importing $imports as $rule', ({ rule, from }) => {
    expect(violations.filter((violation) => violation.from === from).map((violation) => violation.rule.name)).toContain(
      rule,
    );
  });

  it.each(allowed)('should let $from import $imports', ({ from }) => {
    expect(violations.filter((violation) => violation.from === from)).toEqual([]);
  });

  it('should all be broken by a planted file', () => {
    const config = createRequire(import.meta.url)(join(projectFolder, '.dependency-cruiser.cjs'));
    const names = config.forbidden.map((/** @type {{ name: string }} */ rule) => rule.name);
    expect([...new Set(planted.map(({ rule }) => rule))].sort()).toEqual([...names].sort());
  });

  it('should make the command fail', () => {
    expect(cruise(['engine/src']).status).toBeGreaterThan(0);
  });
});
