import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { TestedFile } from '../../play/test-scenario-file.ts';
import type { GlobalOptions } from '../connect.ts';
import { exitCodes, UsageError } from '../exit-code.ts';
import { junitReport } from '../junit.ts';
import { printJson, styled } from '../print.ts';
import { readWhole } from '../read-number.ts';
import type { World } from '../world.ts';

interface TestOptions extends GlobalOptions {
  readonly junit?: string;
  readonly minCoverage?: number;
}

const description = `Plays the scenarios of NAME.scenarios.json against NAME.bpmn beside it, on an engine of its own in this program: no server is needed and nothing is kept.
Called processes, decisions and forms are taken from the same folder. The exit code is 1 when a scenario does not pass.`;

/** `baton test [paths…]`: scenarios as tests. */
export const testCommand = (program: Command, world: World, end: (code: number) => void): void =>
  void program
    .command('test')
    .summary('run the scenarios beside models as tests')
    .description(description.replaceAll('\n', ' '))
    .argument('[paths...]', 'folders, models or files of scenarios', ['.'])
    .option('--junit <file>', 'also writes a report for build servers')
    .option('--min-coverage <percent>', 'fails when less of a model is covered', readWhole('--min-coverage', 0, 100))
    .action(async (paths: readonly string[], _options: unknown, command: Command) => {
      const { json, junit, minCoverage = 0 } = command.optsWithGlobals<TestOptions>();
      const tested = await testAll(world, paths, json === true ? null : minCoverage);
      if (junit !== undefined) writeFileSync(junit, junitReport(tested));
      const counts = countsOf(tested);
      const isCovered = tested.every(({ coverage }) => coverage.every(({ percent }) => percent >= minCoverage));
      if (counts.failed > 0 || !isCovered) end(exitCodes.refused);
      if (json === true) return printJson(world, { ...counts, files: tested.map(shortened) });
      world.out.write(
        `\n${counts.passed} passed, ${counts.failed} failed${isCovered ? '' : `, less than ${minCoverage} % covered`}\n`,
      );
    });

/** Runs file by file, and tells of each at once where it is told (`minCoverage` is no null). */
const testAll = async (
  world: World,
  paths: readonly string[],
  minCoverage: number | null,
): Promise<readonly TestedFile[]> => {
  // What plays is a whole server: it is loaded when something is played.
  const [{ findScenarioFiles }, { createPlayer }, { testScenarioFile }] = await Promise.all([
    import('../../play/find-scenario-files.ts'),
    import('../../play/player.ts'),
    import('../../play/test-scenario-file.ts'),
  ]);
  const files = await findScenarioFiles(paths).catch((error: unknown) => {
    throw new UsageError(`Expected files and folders that can be read: ${(error as Error).message}.`);
  });
  if (files.length === 0)
    throw new UsageError(
      `Expected files of scenarios (NAME.scenarios.json beside NAME.bpmn) in ${paths.join(', ')}, found none. Save them from Play in the modeler.`,
    );
  const player = createPlayer();
  const tested: TestedFile[] = [];
  try {
    for (const file of files) {
      world.signal.throwIfAborted();
      const one = await testScenarioFile(file, player);
      tested.push(one);
      if (minCoverage !== null) tell(world, one, minCoverage);
    }
  } finally {
    await player.close();
  }
  return tested;
};

const countsOf = (tested: readonly TestedFile[]): { readonly passed: number; readonly failed: number } => {
  const results = tested.flatMap((each) => each.results);
  const passed = results.filter(({ isPassed }) => isPassed).length;
  const broken = tested.filter(({ problem }) => problem !== null).length;
  return { passed, failed: results.length - passed + broken };
};

const tell = (world: World, { file, problem, results, coverage }: TestedFile, minCoverage: number): void => {
  const { out } = world;
  const line = (isGood: boolean, text: string): void =>
    out.write(`  ${isGood ? styled(world, out, 'green', 'passed') : styled(world, out, 'red', 'failed')}  ${text}\n`);
  out.write(`${file}\n`);
  if (problem !== null) line(false, problem);
  for (const { name, difference } of results) {
    line(difference === null, name);
    if (difference !== null) out.write(`          ${difference}\n`);
  }
  for (const { processId, percent, elements, flows } of coverage) {
    const isGood = percent >= minCoverage;
    const text = `${processId}: ${percent} % covered (${countVisited(elements)} elements, ${countVisited(flows)} flows)`;
    out.write(`  ${isGood ? text : styled(world, out, 'red', text)}\n`);
  }
};

const countVisited = (counted: readonly { readonly count: number }[]): string =>
  `${counted.filter(({ count }) => count > 0).length} of ${counted.length}`;

/** Where each scenario has been is long, and in the coverage. */
const shortened = ({ results, ...rest }: TestedFile): object => ({
  ...rest,
  results: results.map(({ visited: _visited, ...result }) => result),
});
