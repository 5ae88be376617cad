import type { Run } from '../run.ts';
import { order } from '../values/compare.ts';
import { isRange } from '../values/kind.ts';
import { define, type Builtin } from './define.ts';

/** A point is the range of itself. */
interface Span {
  readonly start: unknown;
  readonly end: unknown;
  readonly startIncluded: boolean;
  readonly endIncluded: boolean;
}

const spanOf = (value: unknown): Span =>
  isRange(value)
    ? {
        start: value.start,
        end: value.end,
        startIncluded: value['start included'],
        endIncluded: value['end included'],
      }
    : { start: value, end: value, startIncluded: true, endIncluded: true };

/** Compares two ends; an open end (null) lies before every start and after every end. Null when the ends have no order. */
type Compare = (a: unknown, b: unknown) => number | null;
type Relation = (a: Span, b: Span, compare: Compare) => boolean | null;

/** Three-valued and over what the relation asks. */
const every = (...parts: readonly (boolean | null)[]): boolean | null =>
  parts.includes(false) ? false : parts.includes(null) ? null : true;

const is = (result: number | null, accept: (order: number) => boolean): boolean | null =>
  result === null ? null : accept(result);

const before: Relation = (a, b, compare) => {
  if (a.end === null || b.start === null) return false;
  return is(compare(a.end, b.start), (c) => c < 0 || (c === 0 && !(a.endIncluded && b.startIncluded)));
};

const meets: Relation = (a, b, compare) =>
  every(
    a.end !== null && b.start !== null && a.endIncluded && b.startIncluded,
    is(compare(a.end, b.start), (c) => c === 0),
  );

const negated = (value: boolean | null): boolean | null => (value === null ? null : !value);

const overlaps: Relation = (a, b, compare) => every(negated(before(a, b, compare)), negated(before(b, a, compare)));

/** Where a range begins, compared with another: an included start comes before the same one excluded. */
const starts = (a: Span, b: Span, compare: Compare): number | null => {
  if (a.start === null || b.start === null) return Number(b.start === null) - Number(a.start === null);
  const result = compare(a.start, b.start);
  return result === 0 ? Number(b.startIncluded) - Number(a.startIncluded) : result;
};

/** Where a range ends, compared with another: an included end comes after the same one excluded. */
const ends = (a: Span, b: Span, compare: Compare): number | null => {
  if (a.end === null || b.end === null) return Number(a.end === null) - Number(b.end === null);
  const result = compare(a.end, b.end);
  return result === 0 ? Number(a.endIncluded) - Number(b.endIncluded) : result;
};

const overlapsBefore: Relation = (a, b, compare) =>
  every(
    is(starts(a, b, compare), (c) => c < 0),
    is(ends(a, b, compare), (c) => c <= 0),
    overlaps(a, b, compare),
  );

const overlapsAfter: Relation = (a, b, compare) =>
  every(
    is(starts(a, b, compare), (c) => c >= 0),
    is(ends(a, b, compare), (c) => c > 0),
    overlaps(a, b, compare),
  );

const includes: Relation = (a, b, compare) =>
  every(
    is(starts(a, b, compare), (c) => c <= 0),
    is(ends(a, b, compare), (c) => c >= 0),
  );

const startsWith: Relation = (a, b, compare) =>
  every(
    is(starts(a, b, compare), (c) => c === 0),
    is(ends(a, b, compare), (c) => c <= 0),
  );

const finishes: Relation = (a, b, compare) =>
  every(
    is(ends(a, b, compare), (c) => c === 0),
    is(starts(a, b, compare), (c) => c >= 0),
  );

const coincides: Relation = (a, b, compare) =>
  every(
    is(starts(a, b, compare), (c) => c === 0),
    is(ends(a, b, compare), (c) => c === 0),
  );

const swapped =
  (relation: Relation): Relation =>
  (a, b, compare) =>
    relation(b, a, compare);

const related = (name: string, signatures: string, relation: Relation): Builtin =>
  define(name, signatures, (run: Run, a: unknown, b: unknown) =>
    a === null || b === null ? null : relation(spanOf(a), spanOf(b), (left, right) => order(run, left, right)),
  );

const ranges = 'range1: range, range2: range';
const anyTwo = `${ranges} | point1: any, point2: any | range: range, point: any | point: any, range: range`;
const pointAndRange = `${ranges} | point: any, range: range`;
const rangeAndPoint = `${ranges} | range: range, point: any`;

/** How ranges and points lie to each other. DMN 1.5, 10.3.4.7 and table 78. */
export const rangeFunctions: readonly Builtin[] = [
  related('before', anyTwo, before),
  related('after', anyTwo, swapped(before)),
  related('meets', ranges, meets),
  related('met by', ranges, swapped(meets)),
  related('overlaps', ranges, overlaps),
  related('overlaps before', ranges, overlapsBefore),
  related('overlaps after', ranges, overlapsAfter),
  related('finishes', pointAndRange, finishes),
  related('finished by', rangeAndPoint, swapped(finishes)),
  related('includes', rangeAndPoint, includes),
  related('during', pointAndRange, swapped(includes)),
  related('starts', pointAndRange, startsWith),
  related('started by', rangeAndPoint, swapped(startsWith)),
  related('coincides', anyTwo, coincides),
];
