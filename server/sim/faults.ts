import type { Random } from './random.ts';

/** Everything that may go wrong in a run. Each seed draws which of it does. */
export const faultNames = [
  // Between a node and the store.
  'slow-call',
  'refused-call',
  'lost-call',
  'lost-answer',
  'cut-node',
  // Nodes.
  'killed-node',
  'paused-node',
  'stopped-node',
  // Between nodes.
  'lost-notice',
  'late-notice',
  'doubled-notice',
  // Clients.
  'doubled-request',
  'lost-response',
  'canceling-client',
  'changing-client',
  // Workers.
  'dead-worker',
  'slow-worker',
  'doubling-worker',
  'failing-worker',
  'erring-worker',
] as const;
export type FaultName = (typeof faultNames)[number];

/** The faults of one run, and how often each has struck. */
export interface Faults {
  /** Whether it strikes now. Never when the run has not drawn it, or is healing. */
  strikes(name: FaultName, probability: number): boolean;
  readonly strikeCounts: ReadonlyMap<FaultName, number>;
  /** From now on nothing goes wrong. */
  end(): void;
}

export const createFaults = (drawn: ReadonlySet<FaultName>, random: Random): Faults => {
  const strikeCounts = new Map<FaultName, number>();
  let isOver = false;
  return {
    strikes: (name, probability) => {
      if (isOver || !drawn.has(name) || !random.chance(probability)) return false;
      strikeCounts.set(name, (strikeCounts.get(name) ?? 0) + 1);
      return true;
    },
    strikeCounts,
    end: () => (isOver = true),
  };
};
