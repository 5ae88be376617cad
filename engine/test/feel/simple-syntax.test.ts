import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Names } from '../../src/feel/names-in-sight.ts';
import { parseByGrammar } from '../../src/feel/parse.ts';
import { simpleSyntax } from '../../src/feel/simple-syntax.ts';

const piece = fc.constantFrom(
  ...[
    '"a"',
    '"a, b"',
    '"..]"',
    '"é // x"',
    '""',
    '1',
    '0',
    '12.50',
    '-3',
    '- 3',
    '007',
    '1.',
    '.5',
    '1e3',
    '<',
    '<=',
    '>',
    '>=',
    '=',
  ],
  ...[
    '!=',
    '[',
    ']',
    '(',
    ')',
    '..',
    ',',
    ' ',
    '  ',
    '\n',
    '-',
    'a',
    'not',
    'null',
    'true',
    '//',
    '/*',
    '@"P1D"',
    '"\\n"',
    '"',
  ],
);
const likely = fc.oneof(
  fc.constantFrom('"x"', '> 5', '>= -1', '[1..3]', '(1.5 .. 2)', ']-1..4[', '"a"', '!= "b"', '=7', '<\n3', '0'),
  fc.array(piece, { maxLength: 4 }).map((parts) => parts.join('')),
);
const cell = fc
  .array(likely, { minLength: 1, maxLength: 4 })
  .chain((tests) => fc.constantFrom(',', ', ', ' , ', ',\n').map((comma) => tests.join(comma).trim()));

it.each(['unary tests', 'expression'] as const)('should be what the grammar reads: %s', (top) => {
  let simple = 0;
  fc.assert(
    fc.property(cell, (source) => {
      const found = simpleSyntax(source, top);
      if (found === undefined) return;
      simple += 1;
      expect({ ok: true, value: found }).toEqual(parseByGrammar(source, top, Names.none));
    }),
    { numRuns: 8_000, seed: 20_260_102 },
  );
  expect(simple).toBeGreaterThan(200);
});

it('should leave everything else to the grammar', () => {
  for (const source of [
    'a',
    '> a',
    'not("a")',
    '-',
    '"a" "b"',
    '"\\n"',
    '["a".."b"]',
    '> 5,',
    'true',
    `"${'a'.repeat(200)}"`,
  ])
    expect(simpleSyntax(source, 'unary tests')).toBeUndefined();
});
