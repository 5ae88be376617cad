import type { CompileResult } from '@baton/engine';
import type { PlayAnswer } from '../api/play-answer.ts';
import type { PlayFile, PlayRequest } from '../api/play-input.ts';
import type { ProcessCoverage, Scenario, ScenarioResult } from '../api/scenario-type.ts';
import { checkScenario } from './check-scenario.ts';
import { coverageOf } from './coverage.ts';

/** What scenarios are run with: in a server by its thread, on the command line in place. */
export interface ScenarioTools {
  /** Null when it takes more time or memory than one play may. */
  play(request: PlayRequest): Promise<PlayAnswer | null>;
  compile(xml: string): Promise<CompileResult>;
}

/** Runs scenarios of a model one after the other, and tells what they covered together. */
export const runScenarios = async (
  { play, compile }: ScenarioTools,
  files: readonly PlayFile[],
  scenarios: readonly Scenario[],
): Promise<{ readonly results: ScenarioResult[]; readonly coverage: ProcessCoverage[] }> => {
  const results: ScenarioResult[] = [];
  for (const scenario of scenarios) {
    const { start, commands } = scenario;
    results.push(checkScenario(scenario, await play({ files: [...files], start, commands })));
  }
  return { results, coverage: await coverageOf(files, compile, results) };
};
