import type { Key } from './key.ts';

/** What a step may know of the outside world. Everything else would make two runs of the same command differ. */
export interface Env {
  /** The present time, epoch milliseconds; the same for the whole step. */
  readonly nowMs: number;
  /** Hands out the next unused key. */
  readonly nextKey: () => Key;
  /** How many queue items one step may work off before it commits and goes on in a next step. (Default: 1,000.) */
  readonly budget?: number;
}

export const defaultBudget = 1_000;
