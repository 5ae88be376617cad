import { camundaBuiltins } from '@camunda/feel-builtins';
import { describe, expect, it } from 'vitest';
import { builtinOf, refusedOf } from '../../src/feel/builtins/registry.ts';
import { evaluate } from './evaluate.ts';

/** Camunda documents each built-in with examples: an expression, and its result in a comment on the next line. */
const examples = camundaBuiltins.flatMap(({ info }) =>
  [...info.matchAll(/<pre><code[^>]*>([^]*?)<\/code><\/pre>/g)].flatMap(([, code = '']) => pairs(plain(code))),
);

/** Results that are prose, that depend on the machine's clock or zone, or that have a typing error. */
const unusable = new Set([
  'now()',
  'today()',
  'random number()',
  'uuid()',
  'date and time(@"2020-07-31T14:27:30", "Z")',
]);

function plain(html: string): string {
  const entities: Readonly<Record<string, string>> = { quot: '"', '#39': "'", lt: '<', gt: '>', amp: '&' };
  return html.replace(/<[^>]+>/g, '').replace(/&([#\w]+);/g, (all, name: string) => entities[name] ?? all);
}

function pairs(code: string): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  let expression = '';
  for (const line of code.split('\n').map((text) => text.trim())) {
    if (!line.startsWith('//')) {
      expression = expression === '' ? line : `${expression}\n${line}`;
      continue;
    }
    const result = line
      .slice(2)
      .trim()
      .replace(/ - if .*/, '')
      .replace(/^"(duration\(.*\))"$/, '$1')
      .replace(/\)\)$/, (end) => (line.includes('((') ? end : ')'));
    if (expression !== '' && !expression.startsWith('assert') && !result.startsWith('error'))
      found.push([expression, result]);
    expression = '';
  }
  return found;
}

describe('built-ins as Camunda documents them', () => {
  it('should have all of them, or refuse them by name', () => {
    const missing = camundaBuiltins.map(({ name }) => name).filter((name) => !builtinOf(name) && !refusedOf(name));
    expect(missing).toEqual([]);
    expect(examples.length).toBeGreaterThan(240);
  });

  it.each(examples.filter(([expression]) => !unusable.has(expression)))(
    'should make of %s: %s',
    (expression, result) => {
      const expected = evaluate(result);
      expect(JSON.stringify(expected)).not.toMatch(/^"! /);
      expect(evaluate(expression)).toEqual(expected);
    },
  );
});
