import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../src/feel/expression.ts';
import { compileUnaryTests } from '../../src/feel/unary-tests.ts';
import { now } from './evaluate.ts';

const variables: Readonly<Record<string, unknown>> = {
  limit: 10,
  names: ['a', 'b'],
  flag: true,
  range: valueOf('[1..5]'),
};

function valueOf(text: string): unknown {
  const expression = compileExpression(text, 'feel');
  const result = expression.ok ? expression.value.evaluate(() => undefined, now) : undefined;
  return result?.ok ? result.value : undefined;
}

const test = (text: string, input: unknown): boolean | string => {
  const tests = compileUnaryTests(text);
  if (!tests.ok) return tests.error;
  const result = tests.value.evaluate(input, (name) => variables[name], now);
  return result.ok ? result.value : result.error.message;
};

describe('unary tests (DMN 1.5, 7.3.14 and table 55)', () => {
  it.each([
    ['-', 1, true],
    ['', null, true],
    ['1', 1, true],
    ['1', 2, false],
    ['1', '1', false],
    ['"a"', 'a', true],
    ['"a", "b"', 'b', true],
    ['"a", "b"', 'c', false],
    ['not("a", "b")', 'c', true],
    ['not("a", "b")', 'a', false],
    ['> 5', 6, true],
    ['> 5', 5, false],
    ['>= 5', 5, true],
    ['< 5, > 10', 7, false],
    ['< 5, > 10', 11, true],
    ['= 5', 5, true],
    ['!= 5', 5, false],
    ['> 5', null, false],
    ['> 5', 'a', false],
    ['not(> 5)', 3, true],
    ['[1..5]', 5, true],
    ['[1..5)', 5, false],
    [']1..5]', 1, false],
    ['null', null, true],
    ['null', 1, false],
    ['not(null)', 1, true],
    ['limit', 10, true],
    ['> limit', 11, true],
    ['[limit..limit + 5]', 12, true],
    ['names', 'a', true],
    ['names', 'c', false],
    ['names', ['a', 'b'], true],
    ['range', 3, true],
    ['range', 6, false],
    ['["a", "c"]', 'c', true],
    ['true', true, true],
    ['true', false, false],
    ['false', false, true],
    ['flag', true, true],
    ['flag', false, false],
    ['? > 5', 6, true],
    ['? > 5', 5, false],
    ['? > 3 and ? < limit', 5, true],
    ['list contains(?, "x")', ['x'], true],
    ['list contains(?, "x")', ['y'], false],
    ['contains(?, "b")', 'abc', true],
    ['some x in ? satisfies x > 2', [1, 3], true],
    ['limit > 5', 'anything', true],
    ['limit > 50', 'anything', false],
    ['?.a = 1', { a: 1 }, true],
    ['if ? > 5 then 6 else 1', 6, true],
    ['date("2026-01-31")', '2026-01-31', false],
    ['1 in (1, 2)', 5, true],
  ] as const)('%s of %o is %s', (text, input, expected) => {
    expect(test(text, input)).toBe(expected);
  });

  it('should compare temporal inputs', () => {
    expect(test('> @"2026-01-31"', valueOf('@"2026-02-01"'))).toBe(true);
    expect(test('[@"2026-01-01"..@"2026-01-31"]', valueOf('@"2026-02-01"'))).toBe(false);
  });

  it('should name the variables that it reads, without the input', () => {
    const tests = compileUnaryTests('? > limit, names[1]');
    expect(tests.ok && tests.value.names).toEqual(['limit', 'names']);
  });

  it('should know names that hold operators when it is told', () => {
    const tests = compileUnaryTests('> rate - fee', ['rate - fee']);
    expect(tests.ok && tests.value.evaluate(3, (name) => (name === 'rate - fee' ? 2 : undefined), now)).toEqual({
      ok: true,
      value: true,
    });
  });

  it.each(['in', '> ', '1,', 'not(', '"a'])('should refuse %s and say why', (text) => {
    const tests = compileUnaryTests(text);
    expect(!tests.ok && tests.error).toMatch(/^Expected FEEL unary tests, found /);
  });
});
