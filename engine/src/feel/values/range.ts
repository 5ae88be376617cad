import { FeelDate, FeelRange } from 'feelin';
import { spend } from '../fuel.ts';
import { nullBecause, type Run } from '../run.ts';
import { equals, order } from './compare.ts';
import { describe, isRange, kindOf } from './kind.ts';
import { addDuration, durationOf, temporalSteps } from './temporal.ts';

const ordered = new Set<string>([
  'number',
  'string',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
]);

/** A range; null stands for an open end. Null when its ends are not of the same ordered kind. DMN 1.5, 10.3.2.7. */
export const rangeOf = (
  run: Run,
  start: unknown,
  end: unknown,
  startIncluded: boolean,
  endIncluded: boolean,
): FeelRange | null => {
  const kind = kindOf(start ?? end);
  const sameKind = start === null || end === null || kindOf(start) === kindOf(end);
  if (!ordered.has(kind) || !sameKind)
    return nullBecause(run, () => `${describe(start)} and ${describe(end)} are not the ends of a range`);
  return new FeelRange({
    start,
    end,
    'start included': startIncluded && start !== null,
    'end included': endIncluded && end !== null,
    valueType: kind.endsWith('duration') ? 'duration' : kind === 'date and time' ? 'date time' : kind,
  });
};

/** Whether a value lies in a range; null when it cannot be compared with the ends. A range that runs downward contains nothing. */
export const inRange = (run: Run, range: FeelRange, value: unknown): boolean | null => {
  const start: unknown = range.start;
  const end: unknown = range.end;
  const fromStart = start === null ? 1 : order(run, value, start);
  const fromEnd = end === null ? -1 : order(run, value, end);
  if (fromStart === null || fromEnd === null) return null;
  return (
    (fromStart > 0 || (fromStart === 0 && range['start included'])) &&
    (fromEnd < 0 || (fromEnd === 0 && range['end included']))
  );
};

/**
 * The members of a range of whole steps, upward or downward, for loops: numbers, or dates by day. Costs one step each, before they exist.
 */
export const membersOf = (run: Run, range: FeelRange): unknown[] | null => {
  const start: unknown = range.start;
  const end: unknown = range.end;
  const members =
    typeof start === 'number' && typeof end === 'number'
      ? numbers(run, start, end)
      : start instanceof FeelDate && end instanceof FeelDate
        ? dates(run, start, end)
        : nullBecause(run, () => `a range of ${describe(start)} to ${describe(end)} cannot be gone through`);
  if (members === null) return null;
  if (!range['start included'] && order(run, members[0], start) === 0) members.shift();
  if (!range['end included'] && members.length > 0 && order(run, members.at(-1), end) === 0) members.pop();
  return members;
};

/** Whole steps from one number to another, downward when the second is smaller. */
const numbers = (run: Run, start: number, end: number): number[] => {
  const count = Math.floor(Math.abs(end - start)) + 1;
  spend(run.meter, count);
  const direction = end < start ? -1 : 1;
  return Array.from({ length: count }, (_, index) => start + index * direction);
};

const dates = (run: Run, start: FeelDate, end: FeelDate): unknown[] => {
  const days = start.unwrap().until(end.unwrap(), { largestUnit: 'day' }).days;
  spend(run.meter, (Math.abs(days) + 1) * temporalSteps);
  return Array.from({ length: Math.abs(days) + 1 }, (_, index) => {
    const distance = durationOf(BigInt(index) * 86_400_000_000_000n, false);
    return distance && addDuration(start, distance, days < 0 ? -1 : 1);
  });
};

/** Whether a value satisfies a test: lies in a range, is in a list, or equals it. */
export const satisfies = (run: Run, value: unknown, test: unknown): boolean | null => {
  if (!Array.isArray(test)) return equalsOrRange(run, value, test);
  return anyTrue(test, (entry) => {
    spend(run.meter, 1);
    return equalsOrRange(run, value, entry);
  });
};

const equalsOrRange = (run: Run, value: unknown, test: unknown): boolean | null =>
  isRange(test) && !isRange(value) ? inRange(run, test, value) : equalValues(run, value, test);

/** Three-valued or: true when one is true, else null when one is unknown. */
export const anyTrue = <T>(entries: readonly T[], test: (entry: T) => boolean | null): boolean | null => {
  let unknown = false;
  for (const entry of entries) {
    const result = test(entry);
    if (result === true) return true;
    if (result === null) unknown = true;
  }
  return unknown ? null : false;
};

/** Equality where unlike kinds are simply unequal. */
const equalValues = (run: Run, a: unknown, b: unknown): boolean =>
  kindOf(a) === kindOf(b) && equals(run, a, b) === true;
