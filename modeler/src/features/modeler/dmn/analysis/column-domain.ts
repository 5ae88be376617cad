import { constantsOf, type Constant, type UnaryTest } from './unary-test';

/** A set of regions of a column: one bit for each. */
export type Regions = bigint;

/**
 * The values of a column, cut into regions that no test of the column tells apart: around each constant for numbers and dates, each constant and all others
 * for texts. Sets of values are sets of regions then, exactly.
 */
export interface ColumnDomain {
  readonly all: Regions;
  /** The regions whose values pass a test; null where it compares what has no order here. */
  readonly of: (test: UnaryTest) => Regions | null;
  /** A set of regions in the words of FEEL. */
  readonly describe: (regions: Regions) => string;
}

const bit = (index: number): Regions => 1n << BigInt(index);

/** Makes the domain of a column from all of its tests; null where they compare values of different kinds. `allowed` are the values that the input may have. */
export function columnDomain(tests: readonly UnaryTest[], allowed: UnaryTest | null): ColumnDomain | null {
  const constants = [...tests, ...(allowed === null ? [] : [allowed])].flatMap(constantsOf);
  const kinds = new Set(constants.map(({ kind }) => kind));
  if (kinds.size > 1) return null;
  const unlimited =
    kinds.has('number') || kinds.has('date') ? ordered(constants) : named(constants, kinds.has('boolean'));
  const limit = allowed === null ? null : unlimited.of(allowed);
  if (limit === null) return unlimited;
  return {
    all: limit,
    of: (test) => {
      const regions = unlimited.of(test);
      return regions === null ? null : regions & limit;
    },
    describe: (regions) => (regions === limit ? '-' : unlimited.describe(regions)),
  };
}

const evaluate = (test: UnaryTest, all: Regions, one: (test: UnaryTest) => Regions | null): Regions | null => {
  if (test.kind === 'any') return all;
  if (test.kind === 'not') {
    const inner = evaluate(test.test, all, one);
    return inner === null ? null : all & ~inner;
  }
  if (test.kind !== 'or') return one(test);
  let found: Regions = 0n;
  for (const each of test.tests) {
    const regions = evaluate(each, all, one);
    if (regions === null) return null;
    found |= regions;
  }
  return found;
};

/** Regions 2i+1 are the constants in their order, the even ones lie between them and outside. */
function ordered(constants: readonly Constant[]): ColumnDomain {
  const byValue = new Map(constants.map((each) => [Number(each.value), each.text]));
  const values = [...byValue.keys()].sort((a, b) => a - b);
  const textAt = (index: number): string => byValue.get(values[index] ?? NaN) ?? '';
  const count = 2 * values.length + 1;
  const all = bit(count) - 1n;
  const regionOf = ({ value }: Constant): number => 2 * values.indexOf(Number(value)) + 1;
  /** From one region up to, and with, another. */
  const span = (from: number, to: number): Regions => (from > to ? 0n : (bit(to + 1) - 1n) & ~(bit(from) - 1n));
  const one = (test: UnaryTest): Regions | null => {
    if (test.kind === 'interval')
      return span(regionOf(test.from) + (test.includesFrom ? 0 : 1), regionOf(test.to) - (test.includesTo ? 0 : 1));
    if (test.kind !== 'compare') return null;
    const at = regionOf(test.to);
    const by: Record<typeof test.operator, Regions> = {
      '=': bit(at),
      '!=': all & ~bit(at),
      '<': span(0, at - 1),
      '<=': span(0, at),
      '>': span(at + 1, count - 1),
      '>=': span(at, count - 1),
    };
    return by[test.operator];
  };
  const describeSpan = (from: number, to: number): string => {
    if (from === to && from % 2 === 1) return textAt((from - 1) / 2);
    // An even region begins behind a constant and ends before the next.
    const low = from % 2 === 1 ? `[${textAt((from - 1) / 2)}` : `(${textAt(from / 2 - 1)}`;
    const high = to % 2 === 1 ? `${textAt((to - 1) / 2)}]` : `${textAt(to / 2)})`;
    if (from === 0) return `${to % 2 === 1 ? '<=' : '<'} ${high.slice(0, -1)}`;
    if (to === count - 1) return `${from % 2 === 1 ? '>=' : '>'} ${low.slice(1)}`;
    return `${low}..${high}`;
  };
  return {
    all,
    of: (test) => evaluate(test, all, one),
    describe: (regions) => {
      if (regions === all) return '-';
      const spans: string[] = [];
      for (let at = 0; at < count; at += 1) {
        if ((regions & bit(at)) === 0n) continue;
        const from = at;
        while (at + 1 < count && (regions & bit(at + 1)) !== 0n) at += 1;
        spans.push(describeSpan(from, at));
      }
      return spans.join(', ');
    },
  };
}

/** A region for each constant, and the last one for whatever is not named; truth values have no others. */
function named(constants: readonly Constant[], isBoolean: boolean): ColumnDomain {
  const texts = isBoolean ? ['true', 'false'] : [...new Set(constants.map(({ value }) => JSON.stringify(value)))];
  const all = bit(texts.length + (isBoolean ? 0 : 1)) - 1n;
  const one = (test: UnaryTest): Regions | null => {
    if (test.kind !== 'compare') return null;
    const region = bit(texts.indexOf(JSON.stringify(test.to.value)));
    if (test.operator === '=') return region;
    return test.operator === '!=' ? all & ~region : null;
  };
  return {
    all,
    of: (test) => evaluate(test, all, one),
    describe: (regions) => {
      if (regions === all) return '-';
      const isIn = (index: number) => (regions & bit(index)) !== 0n;
      const some = texts.filter((_text, index) => isIn(index));
      if (isBoolean || !isIn(texts.length)) return some.join(', ');
      const others = texts.filter((_text, index) => !isIn(index));
      return `not(${others.join(', ')})`;
    },
  };
}
