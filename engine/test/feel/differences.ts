import type { Json } from '../../src/json.ts';

/** Where the library that parses our FEEL gives another answer, and why ours stands. */
export interface Difference {
  readonly expression: string;
  /** What feelin 8.2 gives; `throws` for an exception. */
  readonly library: Json;
  readonly ours: Json;
  readonly why: string;
}

export const differences: readonly Difference[] = [
  { expression: 'for i in 1..0 return i', library: null, ours: [1, 0], why: 'a range may end at zero' },
  {
    expression: '0.1 + 0.2',
    library: 0.30000000000000004,
    ours: 0.3,
    why: 'FEEL numbers are decimals (DMN 1.5, 10.3.2.3.1)',
  },
  { expression: '1e3', library: 1, ours: 1000, why: 'numbers may have an exponent (grammar rule 37)' },
  { expression: '10 ** 400 = null', library: false, ours: true, why: 'a number that is not finite is null' },
  { expression: 'modulo(0.3, 0.1)', library: 0.1, ours: 0, why: 'decimal arithmetic' },
  { expression: '@"P1D" * 2', library: null, ours: 'P2D', why: 'durations can be multiplied (table 58)' },
  { expression: '@"P1D" / @"PT6H"', library: null, ours: 4, why: 'durations can be divided (table 59)' },
  { expression: '-@"P1D"', library: null, ours: '-P1D', why: 'durations can be negated (table 61)' },
  {
    expression: '@"2026-01-31" + @"PT25H"',
    library: '2026-02-01T01:00:00Z',
    ours: '2026-02-01',
    why: 'a date and a duration are a date (table 57)',
  },
  {
    expression: '@"2026-01-31T10:00:00Z" - @"2026-01-31T10:00:00+01:00"',
    library: 'PT0S',
    ours: 'PT1H',
    why: 'zoned values are subtracted as points in time',
  },
  {
    expression: '@"PT0.5S" = @"PT0.7S"',
    library: true,
    ours: false,
    why: 'durations are equal when their lengths are',
  },
  { expression: '@"P1Y" = @"P365D"', library: true, ours: null, why: 'the two kinds of durations are different types' },
  { expression: '[1] = 1', library: true, ours: null, why: 'a list and a number are of different types (table 53)' },
  { expression: 'if 1 then 2 else 3', library: 2, ours: 3, why: 'only true takes the first way (10.3.2.11)' },
  {
    expression: 'some i in [1] satisfies 1',
    library: true,
    ours: null,
    why: 'conditions have three values (10.3.2.15)',
  },
  {
    expression: 'every i in [null, 1] satisfies i > 0',
    library: false,
    ours: null,
    why: 'an unknown condition leaves the whole unknown',
  },
  {
    expression: 'for i in 1..2.5 return i',
    library: 'never ends',
    ours: [1, 2],
    why: 'a range ends where its end is passed',
  },
  {
    expression: '[false, true][item = false]',
    library: [],
    ours: [false],
    why: 'a filter selects items whatever they are',
  },
  { expression: '["a", "b"]["a"]', library: ['a'], ours: [], why: 'a filter needs a number or a condition (10.3.2.5)' },
  { expression: '[{a: true}, {a: false}][a]', library: [], ours: [{ a: true }], why: 'a condition may be a name' },
  { expression: '[1, 2, 3][even(item)]', library: [], ours: [2], why: 'a condition may be a call' },
  {
    expression: '0 between 1 and null',
    library: null,
    ours: false,
    why: 'what is below the start is not between (table 54)',
  },
  { expression: '3 between 3 and 0', library: true, ours: false, why: 'nothing lies between turned bounds (table 54)' },
  { expression: '5 in [10..1]', library: true, ours: false, why: 'a range downward contains nothing' },
  {
    expression: '{count: 3, n: count([1, 2])}.n',
    library: null,
    ours: 2,
    why: 'a value that is no function does not hide one (Camunda)',
  },
  {
    expression: 'date("2026-01-31T10:00:00")',
    library: '2026-01-31',
    ours: null,
    why: 'a date has no time (10.3.4.1)',
  },
  {
    expression: 'duration("P1Y1D")',
    library: 'P1Y1D',
    ours: null,
    why: 'a duration is of years and months or of days and time',
  },
  { expression: 'substring("foobar", 2, 0)', library: '', ours: null, why: 'a length is at least 1 (10.3.4.3)' },
  {
    expression: 'split("a1b", "([0-9])")',
    library: ['a', '1', 'b'],
    ours: ['a', 'b'],
    why: 'groups of the delimiter are no pieces',
  },
  { expression: 'string join(["a"], "-", "[", "]")', library: null, ours: '[a]', why: 'prefix and suffix (Camunda)' },
  { expression: 'matches("ab", "a b", "x")', library: 'throws', ours: true, why: 'flag x (XPath)' },
  {
    expression: 'matches("aa", "(a)\\\\1")',
    library: true,
    ours: null,
    why: 'a linear-time engine has no back references',
  },
  { expression: 'list contains([{a: 1}], {a: 1})', library: false, ours: true, why: 'members are compared as values' },
  { expression: 'index of([@"P1D"], @"P1D")', library: [], ours: [1], why: 'members are compared as values' },
  { expression: 'min(["b", "a"])', library: null, ours: 'a', why: 'all ordered types have a least value (10.3.4.4)' },
  { expression: 'median([10, 9, 1])', library: 10, ours: 9, why: 'numbers are sorted as numbers' },
  { expression: 'sublist([1, 2, 3], 0)', library: [3], ours: null, why: 'positions begin with 1' },
  { expression: 'remove([1, 2], 5)', library: [1, 2], ours: null, why: 'there is no such position' },
  { expression: 'overlaps before([1..5], [4..10])', library: null, ours: true, why: 'all range functions (10.3.4.7)' },
  {
    expression: 'context([{key: "a", value: 1}, {key: "a", value: 2}])',
    library: null,
    ours: { a: 2 },
    why: 'a later entry wins (Camunda)',
  },
  {
    expression: 'context put({}, ["a", "b"], 1)',
    library: null,
    ours: { a: { b: 1 } },
    why: 'missing contexts are made (Camunda)',
  },
  { expression: 'get value({a: {b: 1}}, ["a", "b"])', library: null, ours: 1, why: 'a path of keys (Camunda)' },
  { expression: 'trim(" a ")', library: null, ours: 'a', why: 'a function of Camunda' },
  { expression: 'string(1e21)', library: '1', ours: '1000000000000000000000', why: 'decimal digits' },
];
