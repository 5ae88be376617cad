import { describe, expect, it } from 'vitest';
import { rewriteSource } from '../../src/feel/rewrite-source.ts';
import { evaluate, type Case } from './evaluate.ts';

const cases: readonly Case[] = [
  ['[1..2] instance of range<number>', true],
  ['[1..2] instance of range < string >', false],
  ['["a".."b"] instance of range<string> and true', true],
  ['[[1..2], [3..4]] instance of list<range<number>>', true],
  ['[[1, 2]] instance of list<range<number>>', false],
  ['count instance of function', true],
  ['(1 instance of function) or (count instance of function)', true],
  ['{range: 3, r: range<5}.r', true],
  ['"x instance of function {`a`: 1}"', 'x instance of function {`a`: 1}'],
  ['{`a b`: 1, `c-d` : 2, e: `a b` + `c-d`}', { 'a b': 1, 'c-d': 2, e: 3 }],
  ['{x: {`a b`: 1}}.x.`a b`', 1],
  ['/* {`a`: */ {`in`: 1}.`in`', 1],
];

describe('what the grammar does not know', () => {
  it.each(cases)('%s', (expression, expected) => {
    expect(evaluate(expression)).toEqual(expected);
  });

  it.each([
    '"instance of function"',
    '// instance of range<number>',
    '/* {`a`: 1} */ 1',
    'f(`a b`: 1)',
    '`instance of function`',
    'range<5',
    'x instance of function<number> -> string',
    'x instance of functional',
    '"{`a`: 1}',
  ])('should leave %s as it is', (source) => {
    expect(rewriteSource(source)).toBe(source);
  });
});
