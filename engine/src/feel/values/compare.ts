import type { FeelDuration } from 'feelin';
import { FeelRange } from 'feelin';
import { enter, leave, spend } from '../fuel.ts';
import { nullBecause, type Run } from '../run.ts';
import { describe, isContext, isDuration, isInstant, kindOf, type Instant } from './kind.ts';
import { comparisonSteps, isFixed, lengthOf, pointOf, temporalSteps } from './temporal.ts';

/**
 * FEEL equality: null equals null only, values of different kinds have no answer (null). Lists and contexts are equal when all of their
 * parts are. DMN 1.5, table 53.
 */
export const equals = (run: Run, a: unknown, b: unknown): boolean | null => {
  if (typeof a === typeof b && typeof a !== 'object') {
    if (typeof a === 'string') spendComparison(run, a, b as string, equalSpeed);
    return a === b;
  }
  const kind = kindOf(a);
  const kindB = kindOf(b);
  if (kind === 'null' || kindB === 'null') return kind === kindB;
  if (kind !== kindB) return nullBecause(run, () => `${describe(a)} and ${describe(b)} cannot be compared`);
  return sameKindEquals(run, a, b);
};

const sameKindEquals = (run: Run, a: unknown, b: unknown): boolean | null => {
  spend(run.meter, 1);
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return listsEqual(run, a, b);
  if (isContext(a) && isContext(b)) {
    const names = Object.keys(a);
    spend(run.meter, 4 + names.length * 10);
    if (names.length !== Object.keys(b).length) return false;
    return inside(run, () => names.every((name) => Object.hasOwn(b, name) && equals(run, a[name], b[name]) === true));
  }
  if (isInstant(a) && isInstant(b)) return instantOrder(run, a, b) === 0;
  if (isDuration(a) && isDuration(b)) return lengthOf(a) === lengthOf(b);
  if (a instanceof FeelRange && b instanceof FeelRange) return rangesEqual(run, a, b);
  return false;
};

/** Written out: lists are compared most, and functions made for each of them would take longer than the comparing. */
const listsEqual = (run: Run, a: readonly unknown[], b: readonly unknown[]): boolean => {
  // Going into a list and out of it costs as much as comparing two values.
  spend(run.meter, 1);
  if (a.length !== b.length) return false;
  enter(run.meter, levelDepth);
  let index = 0;
  while (index < a.length && equals(run, a[index], b[index]) === true) index += 1;
  leave(run.meter, levelDepth);
  return index === a.length;
};

/** What one level of nested values takes from the budget of nested operations: comparing takes about as many calls. */
const levelDepth = 4;

/** Nested values count as nested operations: a variable can be nested deeper than the stack of the machine. */
const inside = (run: Run, compare: () => boolean): boolean => {
  enter(run.meter, levelDepth);
  const result = compare();
  leave(run.meter, levelDepth);
  return result;
};

const rangesEqual = (run: Run, a: FeelRange, b: FeelRange): boolean =>
  a['start included'] === b['start included'] &&
  a['end included'] === b['end included'] &&
  equals(run, a.start, b.start) === true &&
  equals(run, a.end, b.end) === true;

/** How many characters are compared in one step, as powers of two: for equality whole words are, for an order single ones. */
const equalSpeed = 9;
const orderSpeed = 6;

/** Short texts cost nothing beside the operation itself. */
const spendComparison = (run: Run, a: string, b: string, speed: number): void => {
  if (a.length > 256 && b.length > 256) spend(run.meter, Math.min(a.length, b.length) >> speed);
};

/** Below zero, zero or above zero; null for what has no order: different kinds, booleans, lists, null. */
export const order = (run: Run, a: unknown, b: unknown): number | null => {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === 'string' && typeof b === 'string') {
    spendComparison(run, a, b, orderSpeed);
    return a < b ? -1 : a > b ? 1 : 0;
  }
  if (kindOf(a) === kindOf(b)) {
    if (isInstant(a) && isInstant(b)) {
      const result = instantOrder(run, a, b);
      if (result !== null) return result;
    }
    if (isDuration(a) && isDuration(b)) return durationOrder(run, a, b);
  }
  return nullBecause(run, () => `${describe(a)} and ${describe(b)} have no order`);
};

/** A local and a zoned value have no order. */
const instantOrder = (run: Run, a: Instant, b: Instant): number | null => {
  spend(run.meter, isFixed(a) && isFixed(b) ? comparisonSteps : temporalSteps);
  const left = pointOf(a);
  const right = pointOf(b);
  if (left.zoned !== right.zoned) return null;
  return left.at < right.at ? -1 : left.at > right.at ? 1 : 0;
};

const durationOrder = (run: Run, a: FeelDuration, b: FeelDuration): number => {
  spend(run.meter, comparisonSteps);
  const left = lengthOf(a);
  const right = lengthOf(b);
  return left < right ? -1 : left > right ? 1 : 0;
};
