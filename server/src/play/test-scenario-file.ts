import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { compileBpmn } from '@baton/engine';
import { describeIssues } from '../api/input.ts';
import { scenarioFile } from '../api/scenario-type.ts';
import type { ProcessCoverage, ScenarioFile, ScenarioResult } from '../api/scenario-type.ts';
import { modelOf } from './find-scenario-files.ts';
import { gatherModels } from './gather-models.ts';
import type { Player } from './player.ts';
import { runScenarios } from './run-scenarios.ts';

/** What came of a file of scenarios. */
export interface TestedFile {
  readonly file: string;
  /** Why none of it could be run: what was expected, what was found; null when it was. */
  readonly problem: string | null;
  readonly results: readonly ScenarioResult[];
  /** Of the processes of the model itself. */
  readonly coverage: readonly ProcessCoverage[];
}

/** Runs the scenarios of a file against the model beside it. What is wrong with the files is an answer, too. */
export const testScenarioFile = async (file: string, player: Player): Promise<TestedFile> => {
  const model = modelOf(file);
  try {
    const { scenarios } = readScenarios(await readFile(file, 'utf8'));
    const files = await gatherModels(model);
    const { results, coverage } = await runScenarios({ play: player.play, compile: compileBpmn }, files, scenarios);
    const own = coverage.filter(({ resourceName }) => resourceName === basename(model));
    return { file, problem: null, results, coverage: own };
  } catch (error) {
    if (!(error instanceof ScenarioFileProblem) && (error as NodeJS.ErrnoException).code === undefined) throw error;
    return { file, problem: (error as Error).message, results: [], coverage: [] };
  }
};

/** A file that is none of scenarios. */
class ScenarioFileProblem extends Error {}

const readScenarios = (text: string): ScenarioFile => {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new ScenarioFileProblem(`Expected JSON, found: ${(error as Error).message}.`);
  }
  const read = scenarioFile.safeParse(content);
  if (read.success) return read.data;
  throw new ScenarioFileProblem(`Expected scenarios of version 1. ${describeIssues(read.error.issues)}`);
};
