import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../src/feel/expression.ts';
import type { Result } from '../../src/failure.ts';
import type { Json } from '../../src/json.ts';
import { now } from './evaluate.ts';
import { bestHold, longestHold } from './hold.ts';

const doubling = (join: (name: string) => string, first: string, times: number): string =>
  `{${Array.from({ length: times }, (_, index) => `a${index}: ${index === 0 ? first : join(`a${index - 1}`)}`).join(', ')}}`;

const numbers = Array.from({ length: 20_000 }, (_, index) => index);
const variables: Readonly<Record<string, Json>> = {
  numbers,
  contexts: numbers.map((n) => ({ n, text: `text ${n}` })),
  texts: numbers.map((n) => `text number ${n}`),
  long: 'a'.repeat(500_000),
  other: `${'a'.repeat(499_999)}b`,
  wide: '🐎'.repeat(200_000),
  quotes: '"\\\n'.repeat(100_000),
  encoded: 'QUJD'.repeat(125_000),
  fractions: numbers.map((n) => ((n * 7_919) % 20_000) / 7_919.123),
  register: Object.fromEntries(numbers.map((n) => [`k${n}`, n])),
};

/** Each would run for seconds, hours or for ever, or fill the memory. */
const bombs: Readonly<Record<string, string>> = {
  'a range of a thousand million': 'for i in 1..1000000000 return i',
  'a range without end': 'for i in 1..1e300 return i',
  'nested loops': 'for i in 1..1000, j in 1..1000, k in 1..1000 return i * j * k',
  'loops in loops': 'for i in 1..1000 return for j in 1..1000 return for k in 1..1000 return 1',
  'a condition on a huge product': 'some i in 1..100000, j in 1..100000 satisfies i + j < 0',
  'a range of days': 'count(for d in @"0001-01-01"..@"9999-12-31" return d)',
  'endless recursion': '{f: function(n) f(n + 1), r: f(1)}.r',
  'recursion that branches': '{f: function(n) if n < 2 then 1 else f(n - 1) + f(n - 2), r: f(60)}.r',
  'a function that calls itself by name': '{f: function(g) g(g), r: f(f)}.r',
  'doubling strings': `${doubling((name) => `${name} + ${name}`, '"0123456789"', 60)}.a59`,
  'doubling strings by joining': `${doubling((name) => `string join([${name}, ${name}])`, '"0123456789"', 60)}.a59`,
  'doubling lists': `${doubling((name) => `concatenate(${name}, ${name})`, '[1]', 60)}.a59`,
  'doubling by reference': doubling((name) => `[${name}, ${name}]`, '1', 60),
  'text of what doubles by reference': `string(${doubling((name) => `[${name}, ${name}]`, '1', 60)}.a59)`,
  'JSON of what doubles by reference': `to json(${doubling((name) => `{x: ${name}, y: ${name}}`, '1', 60)}.a59)`,
  'flattening what doubles by reference': `flatten(${doubling((name) => `[${name}, ${name}]`, '1', 60)}.a59)`,
  'comparing what doubles by reference': `{a: ${doubling((name) => `[${name}, ${name}]`, '1', 60)}.a59, b: ${doubling((name) => `[${name}, ${name}]`, '1', 60)}.a59, c: a = b}.c`,
  'partial results of all': 'for i in 1..100000 return count(partial)',
  'a sort with an expensive order': 'sort(numbers, function(a, b) count(numbers[item < a]) < 1)',
  'distinct contexts, one by one': 'distinct values(contexts)',
  'duplicates among contexts': 'duplicate values(contexts)',
  'positions in positions': 'for i in numbers return index of(numbers, i)',
  'filters in filters': 'numbers[count(numbers[item > 5]) > 0]',
  'membership for each': 'numbers[list contains(numbers, item + 1)]',
  'a text for each': 'for i in numbers return string(numbers)',
  'joining for each': 'for i in numbers return string join(texts, ",")',
  'patterns for each': 'for t in numbers return matches(long, "(a+)+b")',
  'a new pattern for each': 'for i in numbers return matches("abc", string join(["a{", string(modulo(i, 900)), "}"]))',
  'replacing with much': 'replace(long, "a", "0123456789")',
  'dates for each': 'for i in numbers return date("2026-01-01") + @"P1D" * i',
  'zones for each': 'for i in numbers return @"2026-01-01T00:00:00@Europe/Berlin" = @"2026-01-01T00:00:00Z"',
  'deep contexts by loops': 'for i in 1..3000 return {p: partial}',
  'Base64 of Base64': doubling((name) => `to base64(${name})`, 'long', 60),
  'JSON in JSON': doubling((name) => `to json([${name}, ${name}])`, '"\\""', 60),
  'insertion one by one': 'for i in numbers return insert before(numbers, 1, i)',
  'a context for each': 'for c in contexts return context merge(contexts)',
  'paths for each': 'for i in numbers return contexts.text',
  'distinct among one long text': 'distinct values(for i in 1..20000 return long)',
  'distinct texts again and again': 'for i in numbers return distinct values(texts)',
  'comparing long texts': 'for i in 1..100000 return long = other',
  'ordering long texts': 'for i in 1..100000 return long < other',
  'long texts in tests': 'for i in 1..100000 return long in (other, other, other)',
  'searching what nearly occurs everywhere':
    'for i in 1..1000 return contains(long, string join([substring(long, 1, 100000), "b", substring(long, 1, 100000)]))',
  'splitting at what nearly occurs everywhere':
    'for i in 1..1000 return split(long, string join([substring(long, 1, 100000), "b", substring(long, 1, 100000)]))',
  'a pattern whose beginning nearly occurs everywhere':
    'for i in 1..1000 return matches(long, string join([substring(long, 1, 400), "b", substring(long, 1, 400), "[cd]"]))',
  'lengths of long texts': 'for i in 1..10000 return string length(wide)',
  'letters of long texts': 'for i in 1..10000 return upper case(wide)',
  'quotes in texts': 'for i in 1..1000 return string([quotes])',
  'reading Base64': 'for i in 1..1000 return from base64(encoded)',
  'modes of all': 'for i in numbers return mode(fractions)',
  'medians of all': 'for i in numbers return median(fractions)',
  'deviations of all': 'for i in numbers return stddev(fractions)',
  'sums of fractions': 'for i in numbers return sum(fractions)',
  'powers of fractions': 'for i in fractions, j in fractions return i ** 63',
  'parts of one': 'for i in numbers return partition(numbers, 1)',
  'entries of a large context': 'for i in numbers return get entries(register)',
  'one more entry for a large context': 'for i in numbers return context put(register, "z", i)',
  'equality of large contexts': 'for i in numbers return register = context put(register, "k1", 1)',
  'text of a large context': 'for i in numbers return string(register)',
  'new patterns with large tables': `for i in numbers return matches("abc", string join(["${'\\\\p{L}'.repeat(190)}", string(i)]))`,
  'new patterns with many parts':
    'for i in numbers return matches("abc", string join(["(abcdefg){", string(500 - modulo(i, 100)), "}"]))',
};

describe('F37 expressions that would not end', () => {
  it.each(Object.entries(bombs))('should stop %s', (_name, text) => {
    const expression = compileExpression(text, 'feel');
    if (!expression.ok) throw new Error(expression.error);
    const evaluate = (): Result<unknown> => expression.value.evaluate((name) => variables[name], now);
    const hold = bestHold(evaluate);
    const result = evaluate();
    expect(result).toMatchObject({ ok: false, error: { type: 'EXTRACT_VALUE_ERROR' } });
    expect(!result.ok && result.error.message).toMatch(/^Expected to evaluate the expression '.*limit of \d+/s);
    expect(hold).toBeLessThan(longestHold);
  });

  it.each([
    ['brackets', `${'('.repeat(9_000)}1${')'.repeat(9_000)}`],
    ['lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['contexts', `${'{a:'.repeat(4_000)}1${'}'.repeat(4_000)}`],
    ['calls', `${'f('.repeat(4_000)}1${')'.repeat(4_000)}`],
    ['filters', `${'a['.repeat(4_000)}1${']'.repeat(4_000)}`],
    ['terms', `1${'+1'.repeat(4_000)}`],
    ['conditions', `${'if a then 1 else '.repeat(1_100)}1`],
    ['functions', `${'function(x) '.repeat(1_500)}1`],
    ['brackets that do not match', '('.repeat(19_000)],
    ['members', `[${'a,'.repeat(9_000)}a]`],
    ['arguments', `f(${'1,'.repeat(9_000)}1)`],
    ['entries', `{${Array.from({ length: 1_700 }, (_, index) => `k${index}: ${index}`).join(', ')}}`],
  ])('should refuse %s without end', (_name, text) => {
    const result = compileExpression(text, 'feel');
    expect(!result.ok && result.error).toMatch(/^Expected /);
    expect(bestHold(() => compileExpression(text, 'feel'))).toBeLessThan(longestHold);
  });

  it.each([
    ['2 ** 100000', null],
    ['10 ** 308 * 10', null],
    ['exp(100000)', null],
    ['@"9999-12-31" + @"P200000Y" + @"P200000Y"', null],
    ['duration("P99999999999999999Y")', null],
    ['date(99999999, 1, 1)', null],
    ['decimal(1.5, 6000)', 1.5],
    ['sqrt(1e308)', 1e154],
  ])('should give an answer for %s', (text, expected) => {
    const expression = compileExpression(text, 'feel');
    expect(expression.ok && expression.value.evaluate(() => undefined, now)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['count(numbers[item > 100])', 19_899],
    ['sum(for i in 1..10000 return i)', 50_005_000],
    ['count(distinct values(numbers))', 20_000],
    ['max(list: for i in 1..50000 return i)', 50_000],
    ['count(concatenate(lists: [numbers, numbers]))', 40_000],
    ['append(list: [1], items: numbers)', null],
    ['count(contexts[n > 100].text)', 19_899],
    ['sort(numbers[item < 1000], function(a, b) a > b)[1]', 999],
    ['string length(long)', 500_000],
    ['every n in numbers satisfies n >= 0', true],
  ])('should do honest work: %s', (text, expected) => {
    const expression = compileExpression(text, 'feel');
    expect(expression.ok && expression.value.evaluate((name) => variables[name], now)).toEqual({
      ok: true,
      value: expected,
    });
  });

  it.each([
    ['a list of 1,000', `count([${'1,'.repeat(999)}1])`, 1_000],
    ['a context of 250', `{${Array.from({ length: 250 }, (_, index) => `k${index}: ${index}`).join(', ')}}.k249`, 249],
    ['commas in a text', `string length("${','.repeat(3_000)}")`, 3_000],
    ['a pattern that is written out', 'matches(long, "^(?:a{25}){20}")', true],
  ])('should take %s', (_name, text, expected) => {
    const expression = compileExpression(text, 'feel');
    expect(expression.ok && expression.value.evaluate((name) => variables[name], now)).toEqual({
      ok: true,
      value: expected,
    });
  });

  it.each([
    'a = b',
    'c = d',
    'string(a)',
    'string(c)',
    'to json(c)',
    'flatten(a)',
    'distinct values([a, b])',
    'index of([a], b)',
    'list contains([c], d)',
    'a in (b)',
    '[c][item = d]',
    'is(a, b)',
    'from json(string join([string join(for i in 1..9000 return "["), string join(for i in 1..9000 return "]")]))',
  ])('should fail, not break, for values that are nested without end: %s', (text) => {
    const expression = compileExpression(text, 'feel');
    const nested = (wrap: (inner: Json) => Json): Json => numbers.slice(0, 8_000).reduce<Json>(wrap, 1);
    const inLists = (inner: Json): Json => [inner];
    const inContexts = (inner: Json): Json => ({ inner });
    const values: Readonly<Record<string, Json>> = {
      a: nested(inLists),
      b: nested(inLists),
      c: nested(inContexts),
      d: nested(inContexts),
    };
    expect(expression.ok && expression.value.evaluate((name) => values[name], now)).toMatchObject({
      ok: false,
      error: { type: 'EXTRACT_VALUE_ERROR' },
    });
  });

  it('should work as before after an evaluation was stopped', () => {
    const stopped = compileExpression('for t in numbers return matches(long, "(a+)+b")', 'feel');
    const after = compileExpression('matches("aab", "(a+)+b") and not(matches("aa", "(a+)+b"))', 'feel');
    expect(stopped.ok && stopped.value.evaluate((name) => variables[name], now).ok).toBe(false);
    expect(after.ok && after.value.evaluate(() => undefined, now)).toEqual({ ok: true, value: true });
  });
});
