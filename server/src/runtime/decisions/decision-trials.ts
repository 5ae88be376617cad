import type { DecisionOutcome, Problem, Variables } from '@baton/engine';
import type { Logger } from 'pino';
import { createAskedThread } from '../compiler/asked-thread.ts';

/** Rows of variables that a decision of a file is tried with. */
export interface DecisionTrial {
  readonly content: string;
  readonly decisionId: string;
  readonly rows: readonly Variables[];
  readonly nowMs: number;
}

/** What came of it: why the file does not compile, or the outcome of each row. */
export type TrialResult =
  | { readonly ok: false; readonly problems: readonly Problem[] }
  | { readonly ok: true; readonly outcomes: readonly DecisionOutcome[] | null };

/** Tries decisions that are not deployed; nothing is kept. */
export interface DecisionTrials {
  /** `outcomes` is null where the file has no such decision; all of it, where the trial takes too much time or memory. */
  run(trial: DecisionTrial): Promise<TrialResult | null>;
  close(): Promise<void>;
}

export const createDecisionTrials = (log: Logger): DecisionTrials => {
  const thread = createAskedThread<DecisionTrial, TrialResult>('decision-trial.mjs', log);
  return { run: thread.ask, close: thread.close };
};
