import type { Json } from '../../src/json.ts';

/** Where the library that parses our FEEL (feelin 8.2) gave another answer when it was compared, and why ours stands. */
export interface Difference {
  readonly expression: string;
  readonly ours: Json;
  readonly why: string;
}

export const differences: readonly Difference[] = [
  {
    expression: '0.1 + 0.2',
    ours: 0.3,
    why: 'FEEL numbers are decimals (DMN 1.5, 10.3.2.3.1)',
  },
  { expression: '1e3', ours: 1000, why: 'numbers may have an exponent (grammar rule 37)' },
  { expression: '10 ** 400 = null', ours: true, why: 'a number that is not finite is null' },
  { expression: 'decimal(2.675, 2)', ours: 2.68, why: 'rounds decimals, not their binary neighbors' },
  { expression: 'modulo(0.3, 0.1)', ours: 0, why: 'decimal arithmetic' },
  { expression: '@"P1D" * 2', ours: 'P2D', why: 'durations can be multiplied (table 58)' },
  { expression: '@"P1D" / @"PT6H"', ours: 4, why: 'durations can be divided (table 59)' },
  { expression: '-@"P1D"', ours: '-P1D', why: 'durations can be negated (table 61)' },
  {
    expression: '@"2026-01-31" + @"PT25H"',
    ours: '2026-02-01',
    why: 'a date and a duration are a date (table 57)',
  },
  {
    expression: '@"2026-01-31T10:00:00Z" - @"2026-01-31T10:00:00+01:00"',
    ours: 'PT1H',
    why: 'zoned values are subtracted as points in time',
  },
  {
    expression: '@"PT0.5S" = @"PT0.7S"',
    ours: false,
    why: 'durations are equal when their lengths are',
  },
  { expression: '@"P1Y" = @"P365D"', ours: null, why: 'the two kinds of durations are different types' },
  { expression: '[1] = 1', ours: null, why: 'a list and a number are of different types (table 53)' },
  { expression: 'if 1 then 2 else 3', ours: 3, why: 'only true takes the first way (10.3.2.11)' },
  {
    expression: 'some i in [1] satisfies 1',
    ours: null,
    why: 'conditions have three values (10.3.2.15)',
  },
  {
    expression: 'every i in [null, 1] satisfies i > 0',
    ours: null,
    why: 'an unknown condition leaves the whole unknown',
  },
  {
    expression: 'for i in 1..2.5 return i',
    ours: [1, 2],
    why: 'a range ends where its end is passed',
  },
  {
    expression: '[false, true][item = false]',
    ours: [false],
    why: 'a filter selects items whatever they are',
  },
  { expression: '[1, 2]["a"]', ours: [], why: 'a text selects nothing' },
  { expression: '["a", "b"]["a"]', ours: [], why: 'a filter needs a number or a condition (10.3.2.5)' },
  { expression: '[{a: true}, {a: false}][a]', ours: [{ a: true }], why: 'a condition may be a name' },
  { expression: '[1, 2, 3][even(item)]', ours: [2], why: 'a condition may be a call' },
  { expression: '5 in [10..1]', ours: false, why: 'a range downward contains nothing' },
  { expression: 'number("1500")', ours: 1500, why: 'the separators are optional (Camunda)' },
  {
    expression: 'date("2026-01-31T10:00:00")',
    ours: null,
    why: 'a date has no time (10.3.4.1)',
  },
  {
    expression: 'duration("P1Y1D")',
    ours: null,
    why: 'a duration is of years and months or of days and time',
  },
  {
    expression: 'years and months duration(@"2026-03-15T00:00:00", @"2026-04-15T00:00:00")',
    ours: 'P1M',
    why: 'a date and time counts as its date',
  },
  { expression: 'substring("foobar", 2, 0)', ours: null, why: 'a length is at least 1 (10.3.4.3)' },
  {
    expression: 'split("a1b", "([0-9])")',
    ours: ['a', 'b'],
    why: 'groups of the delimiter are no pieces',
  },
  { expression: 'string join(["a"], "-", "[", "]")', ours: '[a]', why: 'prefix and suffix (Camunda)' },
  { expression: 'matches("ab", "a b", "x")', ours: true, why: 'flag x (XPath)' },
  {
    expression: 'matches("aa", "(a)\\\\1")',
    ours: null,
    why: 'a linear-time engine has no back references',
  },
  { expression: 'list contains([{a: 1}], {a: 1})', ours: true, why: 'members are compared as values' },
  { expression: 'index of([@"P1D"], @"P1D")', ours: [1], why: 'members are compared as values' },
  { expression: 'min(["b", "a"])', ours: 'a', why: 'all ordered types have a least value (10.3.4.4)' },
  { expression: 'median([10, 9, 1])', ours: 9, why: 'numbers are sorted as numbers' },
  { expression: 'sublist([1, 2, 3], 0)', ours: null, why: 'positions begin with 1' },
  { expression: 'remove([1, 2], 5)', ours: null, why: 'there is no such position' },
  {
    expression: 'overlaps before([1..5], [4..10])',
    ours: true,
    why: 'all range functions (10.3.4.7)',
  },
  {
    expression: 'context([{key: "a", value: 1}, {key: "a", value: 2}])',
    ours: { a: 2 },
    why: 'a later entry wins (Camunda)',
  },
  {
    expression: 'context put({}, ["a", "b"], 1)',
    ours: { a: { b: 1 } },
    why: 'missing contexts are made (Camunda)',
  },
  { expression: 'get value({a: {b: 1}}, ["a", "b"])', ours: 1, why: 'a path of keys (Camunda)' },
  { expression: 'trim(" a ")', ours: 'a', why: 'a function of Camunda' },
  { expression: 'string(1e21)', ours: '1000000000000000000000', why: 'decimal digits' },
  { expression: '3 between 3 and 0', ours: false, why: 'nothing lies between turned bounds (table 55)' },
];
