import { describe, expect, it } from 'vitest';
import type { Json } from '../json.ts';
import { compileExpression, evaluateJson } from './expression.ts';

const now = 1_767_225_600_000;
const evaluate = (text: string, variables: Record<string, Json> = {}, mode: 'value' | 'feel' = 'feel'): unknown => {
  const expression = compileExpression(text, mode);
  if (!expression.ok) throw new Error(expression.error);
  const asked: string[] = [];
  const result = evaluateJson(
    expression.value,
    (name) => (asked.push(name), Object.hasOwn(variables, name) ? variables[name] : undefined),
    now,
  );
  // Each name at most once, and only when its value is needed.
  expect(new Set(asked).size).toBe(asked.length);
  expect(expression.value.names).toEqual(expect.arrayContaining(asked));
  return result.ok ? result.value : result.error.message;
};

describe('expressions', () => {
  it('should take text without = as it is where a value is expected', () => {
    expect(evaluate('hello world', {}, 'value')).toBe('hello world');
    expect(evaluate('= 1 + 1', {}, 'value')).toBe(2);
    expect(evaluate('1 + 1', {}, 'feel')).toBe(2);
  });

  it('should read only the variables that it names', () => {
    const found = compileExpression('=order.total > limit and some i in items satisfies i.price = top', 'feel');
    expect(found.ok && [...found.value.names].sort()).toEqual(['items', 'limit', 'order', 'top']);
  });

  it.each([
    ['=full name', { 'full name': 'Ann' }, 'Ann'],
    ['=missing', {}, null],
    ['=missing.entry', {}, null],
    ['=get or else(missing, 3)', {}, 3],
    ['=is defined(a)', { a: 1 }, true],
    ['=from json("{\\"a\\": [1]}").a[1]', {}, 1],
    ['=to json({a: 1})', {}, '{"a":1}'],
    ['=date("2026-01-31") + duration("P1D")', {}, '2026-02-01'],
    ['=[1, 2, 3][item > 1]', {}, [2, 3]],
    ['=now()', {}, '2026-01-01T00:00:00Z'],
    ['=string(today())', {}, '2026-01-01'],
    ['=constructor', {}, null],
    ['=a.constructor', { a: {} }, null],
    ['=__proto__', {}, null],
  ] as const)('should evaluate %s', (text, variables, expected) => {
    expect(evaluate(text, variables as Record<string, Json>)).toEqual(expected);
  });

  it.each(['=', '=1 +', '=a b c (', '=if x then', `=${'1+'.repeat(20_000)}1`])(
    'should refuse %.20s and say why',
    (text) => {
      const result = compileExpression(text, 'feel');
      expect(result.ok).toBe(false);
      expect(!result.ok && result.error).toMatch(/^Expected /);
    },
  );
});
