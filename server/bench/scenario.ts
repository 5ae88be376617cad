/** What a scenario is run with. */
export interface BenchContext {
  /** The short form for continuous integration: fewer rounds, the same gates. */
  readonly isQuick: boolean;
  /** An empty folder of its own, removed afterwards. */
  readonly folder: string;
  /** A line for whoever waits. */
  readonly note: (text: string) => void;
}

/** One line of the table. All figures are of one run, so that the speed of the machine cancels out of the ratio. */
export interface Measure {
  /** For example `start–service–end`. */
  readonly name: string;
  /** What Baton did, in `unit`. */
  readonly ours: number;
  /** For example `instances per CPU second`. */
  readonly unit: string;
  /** What it is compared with: a peer, or the limit of this machine in the same run; null where the figure stands for itself. */
  readonly other: { readonly name: string; readonly figure: number } | null;
  /** What is judged: `ours / other`, or the figure itself. */
  readonly judged: number;
  /** Must hold, or the bench fails; null where only a goal is set. */
  readonly gate: Bound | null;
  /** Where we want to be; null where the gate is all. */
  readonly goal: Bound | null;
}

export type Bound = { readonly atLeast: number } | { readonly atMost: number };

export interface Scenario {
  /** The number in the table of goals, for example `P1`. */
  readonly id: string;
  readonly title: string;
  /** Whether the quick form leaves it out, because it needs minutes. (Default: false.) */
  readonly isLong?: boolean;
  run(context: BenchContext): Promise<readonly Measure[]>;
}

export const holds = (bound: Bound | null, value: number): boolean =>
  bound === null || ('atLeast' in bound ? value >= bound.atLeast : value <= bound.atMost);

/** A measure that is judged by how many times the other figure ours is. */
export const ratioOf = (
  name: string,
  ours: number,
  unit: string,
  other: { readonly name: string; readonly figure: number },
  gate: Bound | null,
  goal: Bound | null,
): Measure => ({ name, ours, unit, other, judged: ours / other.figure, gate, goal });

/** A measure that stands for itself. */
export const figureOf = (
  name: string,
  ours: number,
  unit: string,
  gate: Bound | null,
  goal: Bound | null,
): Measure => ({
  name,
  ours,
  unit,
  other: null,
  judged: ours,
  gate,
  goal,
});
