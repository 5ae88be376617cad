import { feelLimits } from './limits.ts';

/**
 * What an evaluation may still use up. One step is about one small operation (some ten nanoseconds), so that the budget ends a runaway
 * expression long before anybody notices. Evaluations that belong together, such as the decisions of one graph, share one meter.
 */
export interface Meter {
  steps: number;
  /** Nested operations that may still be entered; guards the stack of the machine against recursion. */
  depth: number;
  /** Regular expressions that have been paid for. */
  patterns?: Set<string>;
}

/** Steps of one evaluation. A pass over a list costs one step per element and operation. */
const maxSteps = feelLimits.steps.value;
/** Levels of nested operations, counted over all functions that are being called. */
const maxDepth = feelLimits.depth.value;
/** The longest text that an expression may build, in UTF-16 code units. */
const maxText = feelLimits.text.value;

/** A full meter. */
export const newMeter = (): Meter => ({ steps: maxSteps, depth: maxDepth });

/** Ends an evaluation from within; the edge of the evaluation turns it into a failure value. */
export class EvaluationStopped extends Error {}

/** Uses up steps; ends the evaluation when none are left. */
export const spend = (meter: Meter, steps: number): void => {
  meter.steps -= steps;
  if (meter.steps < 0)
    throw new EvaluationStopped(
      `more work than the limit of ${maxSteps} steps allows: shorten the lists and ranges that it goes through`,
    );
};

/** Enters operations that are nested `levels` deep; {@link leave} gives them back. */
export const enter = (meter: Meter, levels: number): void => {
  meter.depth -= levels;
  if (meter.depth < 0)
    throw new EvaluationStopped(
      `functions that call each other, or values that are nested, deeper than the limit of ${maxDepth} allows`,
    );
};

export const leave = (meter: Meter, levels: number): void => {
  meter.depth += levels;
};

/** Accounts for a text before it is built: its length is bounded, and building it is work. */
export const spendText = (meter: Meter, length: number): void => {
  if (length > maxText)
    throw new EvaluationStopped(`a text of ${length} characters, longer than the limit of ${maxText}`);
  spend(meter, length >> 4);
};
