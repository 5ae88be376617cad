import { request } from './client';
import type { ModelProblem } from './problem-error';

/** What one decision did in a trial. */
export interface TriedDecision {
  readonly decisionId: string;
  readonly decisionName: string;
  readonly output: unknown;
  readonly inputs: readonly { readonly inputId: string; readonly inputName: string; readonly inputValue: unknown }[];
  readonly matchedRules: readonly { readonly ruleId: string; readonly ruleIndex: number }[];
}

/** The outcome of one row: the decision's output, or why it failed, and every decision on the way. */
export interface TriedRow {
  readonly output: unknown;
  readonly failure: { readonly decisionId: string; readonly message: string } | null;
  readonly decisions: readonly TriedDecision[];
}

/** Evaluates a decision of a file that need not be deployed, once for each row of variables. */
export function tryDecision(
  content: string,
  decisionId: string,
  rows: readonly Readonly<Record<string, unknown>>[],
  signal?: AbortSignal,
): Promise<{ readonly problems: readonly ModelProblem[]; readonly rows: readonly TriedRow[] }> {
  return request('/ext/decision-trials', {
    method: 'POST',
    body: { content, decisionId, rows },
    ...(signal === undefined ? {} : { signal }),
  });
}
