import type { Meter } from './fuel.ts';

/** Finds a variable by its name, going outward from where the expression stands; undefined when there is none. */
export type FeelLookup = (name: string) => unknown;

/** One evaluation under way. */
export interface Run {
  readonly meter: Meter;
  readonly nowMs: number;
  readonly lookup: FeelLookup;
  /** Variables read so far, by their index among the expression's names; undefined is not read yet, null does not exist. */
  readonly read: unknown[];
  /** Where results that became null are explained; undefined when nobody asks. */
  readonly warnings: string[] | undefined;
}

/** Values bound inside the expression: loop variables, parameters, context entries, the item of a filter. */
export interface Scope {
  readonly up: Scope | undefined;
  readonly values: unknown[];
}

/** A compiled piece of an expression. */
export type Evaluate = (run: Run, scope: Scope | undefined) => unknown;

const maxWarnings = 100;

/** Notes why a result is null; gives that null. The text is made only when somebody asks. */
export const nullBecause = (run: Run, message: () => string): null => {
  if (run.warnings !== undefined && run.warnings.length < maxWarnings) run.warnings.push(message());
  return null;
};
