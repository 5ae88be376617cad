import type { FaultName } from './faults.ts';
import { runSeed } from './run-seed.ts';
import { swarmLine } from './swarm.ts';
import { makeTemplate } from './template.ts';

export interface SimulationOptions {
  readonly firstSeed: number;
  readonly seeds: number;
  /** Tells each seed, not only those that fail. */
  readonly isTalkative?: boolean;
  readonly tell: (text: string) => void;
}

/** What all seeds together came to. */
export interface SimulationResult {
  /** A text for each seed that failed: what was drawn, what was violated, and how to repeat it. */
  readonly failures: readonly string[];
  readonly strikeCounts: ReadonlyMap<FaultName, number>;
  readonly commits: number;
  readonly instances: number;
}

/** Runs many seeds, one after the other. */
export const runSimulation = async (options: SimulationOptions): Promise<SimulationResult> => {
  const { firstSeed, seeds, isTalkative = false, tell } = options;
  const template = await makeTemplate();
  const failures: string[] = [];
  const strikeCounts = new Map<FaultName, number>();
  let commits = 0;
  let instances = 0;
  for (let seed = firstSeed; seed < firstSeed + seeds; seed += 1) {
    const result = await runSeed(template, seed);
    for (const [name, count] of result.strikeCounts) strikeCounts.set(name, (strikeCounts.get(name) ?? 0) + count);
    commits += result.commits;
    instances += result.instances;
    if (isTalkative)
      tell(
        `${swarmLine(result.swarm)}: ${result.instances} instances, ${result.commits} commits, ${result.events} events, ${result.lastedMs} ms, journal ${result.journalHash.slice(0, 12)}`,
      );
    if (result.violations.length === 0) continue;
    const failure = `SIM_SEED=${seed} npm run sim\n  ${swarmLine(result.swarm)}\n  ${result.violations.join('\n  ')}`;
    failures.push(failure);
    tell(failure);
  }
  return { failures, strikeCounts, commits, instances };
};
