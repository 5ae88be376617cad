import { newMeter, shorten, type Expression, type FeelLookup, type Meter } from '../feel/expression.ts';
import type { UnaryTests } from '../feel/unary-tests.ts';
import { fail, type Result } from '../failure.ts';
import type { Json } from '../json.ts';

/** One evaluation of a decision with all that it requires: what bounds it, and what went wrong inside a function that FEEL called. */
export interface Run {
  readonly nowMs: number;
  /** How many expressions may still be evaluated. */
  left: number;
  /** What all of them together may still use up: as much as one expression, because the whole evaluation holds the process. */
  readonly meter: Meter;
  /** How many calls of business knowledge models, services and boxed functions are inside each other. */
  depth: number;
  /** FEEL knows no failure but null; a call that failed leaves its reason here, and it stands. */
  failure: string | null;
}

/** Expressions and cells that one evaluation may look at: a table of 10,000 rules and 10 inputs fits. */
export const maxEvaluations = 100_000;
/** Calls inside each other. */
export const maxDepth = 100;

export const startRun = (nowMs: number): Run => ({
  nowMs,
  left: maxEvaluations,
  meter: newMeter(),
  depth: 0,
  failure: null,
});

/** Where an expression stands: the names that it sees. */
export interface Scope {
  readonly run: Run;
  readonly lookup: FeelLookup;
  /** Where the decision table that is the logic of a decision notes what it did; null for every other expression. */
  readonly trace: TableTrace | null;
}

/** What a decision table did: its inputs, and the rules that matched. */
export interface TableTrace {
  readonly inputs: EvaluatedInput[];
  readonly rules: MatchedRule[];
}
export interface EvaluatedInput {
  readonly inputId: string;
  readonly inputName: string;
  readonly inputValue: Json;
}
export interface MatchedRule {
  readonly ruleId: string;
  /** Counted from 1. */
  readonly ruleIndex: number;
  readonly outputs: readonly EvaluatedOutput[];
}
export interface EvaluatedOutput {
  readonly outputId: string;
  readonly outputName: string;
  readonly value: Json;
}

/** A compiled boxed expression (DMN 1.5, 7.2 and 10.2.1). The error is a sentence without the name of the decision. */
export interface Boxed {
  evaluate(scope: Scope): Result<unknown, string>;
}

/** The same place with some names in front of those around it. */
export const inside = ({ run, lookup }: Scope, names: ReadonlyMap<string, unknown>): Scope => ({
  run,
  lookup: (name) => (names.has(name) ? names.get(name) : lookup(name)),
  trace: null,
});

/** Evaluates a FEEL expression at that place. */
export const evaluateAt = ({ run, lookup }: Scope, expression: Expression): Result<unknown, string> =>
  watched(run, expression.text, () => expression.evaluate(lookup, run.nowMs, { meter: run.meter }));

/** Whether the input satisfies the unary tests, at that place. */
export const testAt = ({ run, lookup }: Scope, tests: UnaryTests, input: unknown): Result<boolean, string> =>
  watched(run, tests.text, () => tests.evaluate(input, lookup, run.nowMs, { meter: run.meter }));

const watched = <T>(run: Run, text: string, evaluate: () => Result<T>): Result<T, string> => {
  if (run.left <= 0) {
    return fail(
      `Expected at most ${maxEvaluations} expressions in one evaluation, found more at '${shorten(text)}'. Split the decision, or correct what calls itself.`,
    );
  }
  run.left -= 1;
  const result = evaluate();
  if (run.failure !== null) return fail(run.failure);
  return result.ok ? result : fail(result.error.message);
};
