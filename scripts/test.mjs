// @ts-check
// `npm test`: installs, then runs every check there is. All stages run even when an early one fails, so that one run tells everything.
// The last line is `N passed, N failed`: every stage counts as one, and every test of the test runs besides.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { green, humanDuration, red, runQuietly, say, dim } from './lib/progress.mjs';
import { projectFolder, requireNodeVersion } from './lib/project.mjs';

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string[]} command a program of Node.js and its arguments
 * @property {string} [results] where Vitest's JSON reporter writes, relative to the project
 * @property {string[]} [needs] stages that must have passed
 */

requireNodeVersion();
const startedAtMs = Date.now();

/** @param {string} path */
const bin = (path) => join(projectFolder, 'node_modules', ...path.split('/'));
const resultsFolder = 'test-results';

/** @param {string} name @param {string[]} args */
const vitestStage = (name, args) => {
  const results = `${resultsFolder}/${name}.json`;
  return [
    bin('vitest/vitest.mjs'),
    'run',
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
  ];
};

/** @type {Stage[]} */
const stages = [
  { name: 'format', command: [bin('oxfmt/bin/oxfmt'), '--check', '.'] },
  // Both linters: what needs types and what is common (oxlint), and what keeps the engine pure (ESLint).
  {
    name: 'lint',
    command: [bin('oxlint/bin/oxlint'), ...['--deny-warnings', '--report-unused-disable-directives-severity', 'error']],
  },
  { name: 'purity', command: [bin('eslint/bin/eslint.js'), 'engine/src', '--max-warnings', '0'] },
  { name: 'types', command: [bin('typescript-native/bin/tsc'), '-b'] },
  {
    name: 'boundaries',
    command: [
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['--config', '.dependency-cruiser.cjs', 'engine/src', 'client/src', 'server/src', 'modeler/src', 'fixtures'],
    ],
  },
  { name: 'build', command: [join(projectFolder, 'scripts', 'build.mjs')] },
  { name: 'unit', command: vitestStage('unit', []), results: `${resultsFolder}/unit.json` },
  {
    name: 'browser',
    command: vitestStage('browser', ['--config', 'vitest.browser.config.ts']),
    results: `${resultsFolder}/browser.json`,
    needs: ['build'],
  },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no stage ${unknown.join(', ')}; there are: ${stages.map(({ name }) => name).join(', ')}\n`,
  );
  process.exit(2);
}

/**
 * Tests that passed and failed by Vitest's own report; a run that broke before it could write one has failed as a stage.
 * @param {string} file
 */
function countTests(file) {
  const path = join(projectFolder, file);
  if (!existsSync(path)) return { passed: 0, failed: 0 };
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} */
  const report = JSON.parse(readFileSync(path, 'utf8'));
  // A skipped test proves nothing and would go unnoticed for ever: it counts as a failure.
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numPendingTests + report.numTodoTests,
  };
}

/**
 * The part of Vitest's output that explains failures; all of it where no such part is found.
 * @param {string} output
 */
function failuresOf(output) {
  const start = output.search(/^.*⎯ ?Failed|^.*⎯.*(Failed (Suites|Tests)|Unhandled Errors?)/m);
  return (start < 0 ? output : output.slice(start)).trimEnd();
}

let passed = 0;
let failed = 0;
/** @type {Set<string>} */
const failedStages = new Set();

try {
  const { installWhenStale } = await import('./install.mjs');
  await installWhenStale();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  say('0 passed, 1 failed');
  process.exit(1);
}

mkdirSync(join(projectFolder, resultsFolder), { recursive: true });
mkdirSync(join(projectFolder, '.cache'), { recursive: true });

/** @param {Stage} stage */
async function runStage(stage) {
  if (wanted.length > 0 && !wanted.includes(stage.name)) return;
  const label = stage.name.padEnd(10);
  const broken = stage.needs?.find((name) => failedStages.has(name));
  if (broken !== undefined) {
    say(`${red('✗')} ${label} not run, it needs the stage ${broken}`);
    failedStages.add(stage.name);
    failed += 1;
    return;
  }
  if (stage.results !== undefined) rmSync(join(projectFolder, stage.results), { force: true });
  const result = await runQuietly(process.execPath, stage.command, {
    cwd: projectFolder,
    waitMs: 30_000,
    onWait: (elapsedMs) => say(dim(`  … ${stage.name} is running, ${humanDuration(elapsedMs)}`)),
  });
  const tests = stage.results === undefined ? { passed: 0, failed: 0 } : countTests(stage.results);
  const isGood = result.code === 0 && tests.failed === 0;
  passed += tests.passed + (isGood ? 1 : 0);
  failed += tests.failed + (isGood ? 0 : 1);
  if (!isGood) {
    failedStages.add(stage.name);
    say(stage.results === undefined ? result.output.trimEnd() : failuresOf(result.output));
  }
  const counted =
    stage.results === undefined ? '' : `, ${tests.passed} tests passed, ${tests.failed} failed or skipped`;
  say(`${isGood ? green('✓') : red('✗')} ${label} ${humanDuration(result.durationMs)}${counted}`);
}

// Checks take one processor each, so they run in two lanes. Tests have the machine to themselves.
const beside = stages.filter(({ name }) => ['types', 'boundaries'].includes(name));
const tests = stages.filter(({ results }) => results !== undefined);
const checks = stages.filter((stage) => !beside.includes(stage) && !tests.includes(stage));
await Promise.all(
  [beside, checks].map(async (lane) => {
    for (const stage of lane) await runStage(stage);
  }),
);
for (const stage of tests) await runStage(stage);

say(
  `${failedStages.size === 0 ? 'Everything holds' : `Failed: ${[...failedStages].join(', ')}`} (${humanDuration(Date.now() - startedAtMs)})`,
);
say(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
