import { faultNames } from './faults.ts';
import type { FaultName } from './faults.ts';
import { simModels } from './models.ts';
import type { SimModel } from './models.ts';
import type { PlantedBug } from './planted-bug.ts';
import { createRandom } from './random.ts';

/** What a seed draws: a run of few things that go wrong often finds what a run of everything at once would drown. */
export interface Swarm {
  readonly seed: number;
  readonly nodes: number;
  readonly models: readonly SimModel[];
  readonly instances: number;
  readonly workers: number;
  /** Queue items that one step may work off. */
  readonly budget: number;
  /** How many correlation keys the instances share: those of one process that wait for the same message compete for it. */
  readonly correlationKeys: number;
  /** How long a call to the store travels at most, milliseconds: the longer, the more of them overlap. */
  readonly travelMs: number;
  /** Clients and workers move at multiples of this, milliseconds: the rarer, the more of them at once. */
  readonly burstMs: number;
  /** How often schedulers look without a hint, milliseconds. */
  readonly pollMs: number;
  /** How long workers lock jobs, milliseconds. */
  readonly lockMs: number;
  /** How far the clock of a node may be off, milliseconds: what is left after it was set by the database. */
  readonly skewMs: number;
  /** How long ended instances are kept, a duration of ISO 8601; null for ever. */
  readonly historyTimeToLive: string | null;
  /** How long things go wrong, milliseconds. */
  readonly chaosMs: number;
  readonly faults: ReadonlySet<FaultName>;
}

/** `needs`: faults that are there in any case. `fixtures`: the only models to draw from. `given`: what is not drawn. */
export const drawSwarm = (
  seed: number,
  { needs = [], fixtures, given = {} }: Pick<PlantedBug, 'needs' | 'fixtures' | 'given'> = {},
): Swarm => {
  const models = fixtures === undefined ? simModels : simModels.filter(({ fixture }) => fixtures.includes(fixture));
  const random = createRandom(seed);
  // The first few numbers of neighboring seeds resemble each other.
  for (let warm = 0; warm < 8; warm += 1) random.next();
  const density = random.pick([0, 0.15, 0.3, 0.5]);
  return {
    seed,
    nodes: random.between(1, 5),
    models: [random.pick(models), ...random.some(models, 0.1)].filter(
      (model, index, all) => all.indexOf(model) === index,
    ),
    instances: random.between(4, 10),
    workers: random.between(1, 4),
    correlationKeys: random.between(1, 4),
    travelMs: random.pick([2, 2, 40, 250]),
    burstMs: random.pick([1, 1, 500, 2_000]),
    budget: random.pick([1, 2, 5, 1_000, 1_000, 1_000]),
    pollMs: random.pick([500, 2_000, 5_000, 5_000, 10_000]),
    lockMs: random.pick([1_000, 3_000, 8_000]),
    skewMs: random.pick([0, 0, 50, 300]),
    historyTimeToLive: random.pick([null, null, null, 'PT3S']),
    chaosMs: random.between(6_000, 16_000),
    faults: new Set([...random.some(faultNames, density), ...needs]),
    ...given,
  };
};

/** One line that tells what was drawn: a seed alone means nothing to another version of the simulation. */
export const swarmLine = (swarm: Swarm): string =>
  [
    `seed ${swarm.seed}`,
    `${swarm.nodes} nodes`,
    `models ${swarm.models.map(({ fixture }) => fixture).join(' ')}`,
    `${swarm.instances} instances`,
    `${swarm.workers} workers`,
    `${swarm.correlationKeys} correlation keys`,
    `budget ${swarm.budget}`,
    `travel ${swarm.travelMs} ms`,
    `bursts ${swarm.burstMs} ms`,
    `poll ${swarm.pollMs} ms`,
    `lock ${swarm.lockMs} ms`,
    `skew ${swarm.skewMs} ms`,
    `history ${swarm.historyTimeToLive ?? 'kept'}`,
    `chaos ${swarm.chaosMs} ms`,
    `faults ${[...swarm.faults].join(' ') || 'none'}`,
  ].join(', ');
