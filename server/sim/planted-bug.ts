import type { Swarm } from './swarm.ts';
import type { Clock } from '../src/runtime/clock.ts';
import type { FaultName } from './faults.ts';
import type { Random } from './random.ts';
import type { Changes, SimStore } from './sim-store.ts';

/**
 * A bug that a runtime could have, planted into what it works with: a runtime without the guard writes what a runtime with the guard writes when
 * the store does not look at the guard. Production code knows nothing of this.
 */
export interface PlantedBug {
  /** What is really written of a batch; null for nothing, although it is answered as written. */
  readonly changes?: (changes: Changes, random: Random) => Changes | null;
  /** What a statement of the runtime really is. */
  readonly sql?: (sql: string) => string;
  readonly takeKeys?: (store: SimStore, count: number, random: Random) => number;
  /** What a node is told when the answer to a change was lost. */
  readonly lostAnswer?: () => Error;
  readonly clock?: (clock: Clock, pollMs: number) => Clock;
  /** Faults without which it does no harm; they are drawn besides the others. */
  readonly needs?: readonly FaultName[];
  /** Models with which it does harm; they are drawn instead of others. */
  readonly fixtures?: readonly string[];
  /** What is not drawn but given, where the bug shows too rarely otherwise: how many act, how often at once, how long calls overlap. */
  readonly given?: Partial<Pick<Swarm, 'nodes' | 'travelMs' | 'burstMs' | 'correlationKeys'>>;
}

export const noBug: PlantedBug = {};
