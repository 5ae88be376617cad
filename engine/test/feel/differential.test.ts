import { evaluate as evaluateInLibrary } from 'feelin';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toJson } from '../../src/feel/to-json.ts';
import type { Json } from '../../src/json.ts';
import { evaluate } from './evaluate.ts';

/**
 * Random expressions over the subset in which the library is right must have the same value here. The known differences (differences.ts) are
 * left out by construction:
 * numbers are whole, so that binary and decimal arithmetic agree; conditions of `if`, filters and quantifiers are true, false or null of a
 * comparison; lists that are compared have two members or more; filters never select false or null; ranges do not end at zero, nor those of `between` before they begin; what is sorted is not null; what decides a quantifier or
 * `between` is not null; functions get the types that they expect.
 */
const variables: Readonly<Record<string, Json>> = {
  i: 7,
  j: -3,
  s: 'text',
  t: true,
  nothing: null,
  numbers: [1, 2, 3, 4, 5],
  words: ['ab', 'b', 'abc'],
  order: {
    total: 120,
    status: 'open',
    lines: [
      { price: 5, name: 'a' },
      { price: 15, name: 'b' },
    ],
  },
};

const text = (value: unknown): string => JSON.stringify(value);

const small = fc.integer({ min: -5, max: 20 }).map(String);

const { number, string, condition, numbers, strings } = fc.letrec<{
  number: string;
  string: string;
  condition: string;
  numbers: string;
  strings: string;
}>((tie) => ({
  number: fc.oneof(
    { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
    fc.oneof(
      fc.integer({ min: 0, max: 20 }).map(String),
      fc.constantFrom('i', 'j', 'order.total', 'order.lines[1].price'),
    ),
    fc.tuple(tie('number'), fc.constantFrom('+', '-', '*'), tie('number')).map(([a, op, b]) => `(${a} ${op} ${b})`),
    tie('number').map((a) => `-(${a})`),
    fc.tuple(tie('condition'), tie('number'), tie('number')).map(([c, a, b]) => `(if ${c} then ${a} else ${b})`),
    tie('numbers').map((list) => `count(${list})`),
    tie('numbers').map((list) => `sum(${list})`),
    fc.tuple(fc.constantFrom('min', 'max'), tie('numbers')).map(([name, list]) => `${name}(${list})`),
    tie('string').map((a) => `string length(${a})`),
    fc.tuple(tie('numbers'), fc.integer({ min: -3, max: 3 })).map(([list, at]) => `${list}[${at}]`),
    fc.tuple(tie('number'), tie('number')).map(([a, b]) => `{a: ${a}, b: a + ${b}}.b`),
    fc.tuple(tie('number'), tie('number')).map(([a, b]) => `(function(x, y) x - y)(${a}, ${b})`),
    tie('number').map((a) => `abs(${a})`),
  ),
  string: fc.oneof(
    { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
    fc.oneof(fc.constantFrom('a', 'ab', 'b c', '', 'Z"').map(text), fc.constantFrom('s', 'order.status', 'words[1]')),
    fc.tuple(tie('string'), tie('string')).map(([a, b]) => `(${a} + ${b})`),
    fc.tuple(fc.constantFrom('upper case', 'lower case'), tie('string')).map(([name, a]) => `${name}(${a})`),
    fc
      .tuple(fc.constantFrom('substring before', 'substring after'), tie('string'), tie('string'))
      .map(([name, a, b]) => `${name}(${a}, ${b})`),
    fc.tuple(tie('string'), fc.integer({ min: 1, max: 3 })).map(([a, at]) => `substring(${a}, ${at})`),
    tie('strings').map((list) => `string join(${list}, "-")`),
    tie('number').map((a) => `string(${a})`),
    fc.tuple(tie('condition'), tie('string'), tie('string')).map(([c, a, b]) => `(if ${c} then ${a} else ${b})`),
  ),
  condition: fc.oneof(
    { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
    fc
      .tuple(tie('number'), fc.constantFrom('<', '<=', '>', '>=', '=', '!='), tie('number'))
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(tie('string'), fc.constantFrom('=', '!='), tie('string')).map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(tie('condition'), fc.constantFrom('and', 'or'), tie('condition')).map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc
      .tuple(fc.constantFrom('null', 't', 'nothing'), fc.constantFrom('and', 'or'), tie('condition'))
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
    tie('condition').map((a) => `not(${a})`),
    fc
      .tuple(tie('number'), fc.integer({ min: -5, max: 20 }), fc.nat(10))
      .map(([a, b, c]) => `(${a} between ${b} and ${b + c})`),
    fc.tuple(tie('number'), tie('number')).map(([a, b]) => `(${a} in > ${b})`),
    fc.tuple(tie('number'), tie('number'), tie('number')).map(([a, b, c]) => `(${a} in (${b}, < ${c}))`),
    fc.tuple(tie('number'), tie('numbers')).map(([a, list]) => `list contains(${list}, ${a})`),
    fc
      .tuple(fc.constantFrom('some', 'every'), tie('numbers'), small)
      .map(([q, list, a]) => `(${q} x in ${list} satisfies x = null or x > ${a})`),
    fc
      .tuple(fc.constantFrom('contains', 'starts with', 'ends with'), tie('string'), tie('string'))
      .map(([name, a, b]) => `${name}(${a}, ${b})`),
    fc.tuple(tie('number'), tie('number')).map(([a, b]) => `([${a}, ${b}] = [${b}, ${a}])`),
    fc.tuple(tie('number'), tie('string')).map(([a, b]) => `({a: ${a}, b: ${b}} = {b: ${b}, a: ${a}})`),
    tie('number').map((a) => `(${a} = null)`),
    tie('number').map((a) => `(${a} instance of number)`),
  ),
  numbers: fc.oneof(
    { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('numbers', 'order.lines.price', '[1]', '[3, 1, 2]'),
    fc.array(tie('number'), { minLength: 1, maxLength: 3 }).map((list) => `[${list.join(', ')}]`),
    fc.tuple(tie('numbers'), tie('number')).map(([list, a]) => `(for x in ${list} return x * ${a})`),
    fc
      .tuple(fc.integer({ min: -2, max: 4 }), fc.constantFrom(-2, -1, 1, 2, 4))
      .map(([a, b]) => `(for x in ${a}..${b} return x)`),
    fc.tuple(tie('numbers'), tie('numbers')).map(([a, b]) => `concatenate(${a}, ${b})`),
    fc.tuple(tie('numbers'), tie('number')).map(([list, a]) => `append(${list}, ${a})`),
    fc
      .constantFrom('reverse', 'distinct values', 'flatten')
      .chain((name) => tie('numbers').map((list) => `${name}(${list})`)),
    tie('numbers').map((list) => `sort(${list}[item != null], function(a, b) a < b)`),
    fc.tuple(tie('numbers'), tie('number')).map(([list, a]) => `append(${list}, 99)[item > (${a})]`),
    tie('number').map((a) => `order.lines[price > (${a})].price`),
  ),
  strings: fc.oneof(
    { maxDepth: 2, depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('words', 'order.lines.name'),
    fc.array(tie('string'), { minLength: 1, maxLength: 3 }).map((list) => `[${list.join(', ')}]`),
    tie('strings').map((list) => `(for x in ${list} return x + "!")`),
    tie('string').map((a) => `split("a,b" + ${a}, ",")`),
  ),
}));

const expression = fc.oneof(number, string, condition, numbers, strings);

it('should give what the library gives on the common subset', () => {
  fc.assert(
    fc.property(expression, (source) => {
      expect(evaluate(source, variables)).toEqual(toJson(evaluateInLibrary(source, variables).value));
    }),
    { numRuns: 3_000 },
  );
}, 120_000);
