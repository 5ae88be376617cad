import { createRandom } from '../sim/random.ts';
import type { Family, FuzzCase } from './fuzz-case.ts';
import type { FuzzedServer } from './fuzzed-server.ts';
import { shrink } from './shrink.ts';

export interface FuzzRun {
  readonly family: Family;
  readonly server: FuzzedServer;
  readonly inputs: number;
  /** Each input has a seed of its own, from this one on. */
  readonly seed: number;
  /** Failures after which the run ends. */
  readonly maxFailures: number;
  /** Hears of each failure as soon as it is known. (Default: nobody does.) */
  readonly tell?: (text: string) => void;
}

/** What came of a run. */
export interface FuzzResult {
  readonly inputs: number;
  /** A text for each failure: what was wrong, how to repeat it, and the smallest input that still fails. */
  readonly failures: readonly string[];
}

/** So many inputs meet the same data. */
const freshEvery = 1_000;

/** Gives a server one input after the other, so that what goes wrong belongs to one of them. */
export const fuzzFamily = async ({ family, server, inputs, seed, maxFailures, tell }: FuzzRun): Promise<FuzzResult> => {
  const failures: string[] = [];
  let done = 0;
  for (; done < inputs && failures.length < maxFailures; done += 1) {
    // Anew from time to time: inputs also take away what is there.
    if (done % freshEvery === 0) await family.prepare(server);
    const own = seed + done;
    const input = family.make(createRandom(own), own);
    const problem = await input.run(server);
    if (problem === null) continue;
    const failure = await described(family.name, own, input, problem, server);
    failures.push(failure);
    tell?.(failure);
  }
  return { inputs: done, failures };
};

/** The same kind of trouble: what differs from input to input is left out. */
const kindOf = (problem: string): string => problem.replaceAll(/\d+/g, '#').slice(0, 60);

const described = async (
  name: string,
  seed: number,
  input: FuzzCase,
  problem: string,
  server: FuzzedServer,
): Promise<string> => {
  const fails = async (candidate: FuzzCase): Promise<boolean> => {
    const found = await candidate.run(server);
    return found !== null && kindOf(found) === kindOf(problem);
  };
  const repeats = await fails(input);
  const smallest = repeats ? await shrink(input, (each) => each.simpler(), fails) : input;
  const note = repeats ? '' : '\n(It did not fail again when it was repeated: it depends on what came before.)';
  return `npm run fuzz -- --seed ${seed} --inputs 1 ${name}\n${problem}${note}\n${smallest.show().slice(0, 4_000)}`;
};
