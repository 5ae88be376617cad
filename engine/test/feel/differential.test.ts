import { evaluate as evaluateByLibrary } from 'feelin';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toJson } from '../../src/feel/to-json.ts';
import type { Json } from '../../src/json.ts';
import { evaluate } from './evaluate.ts';

/**
 * Our evaluation and the library's on generated expressions. They are well typed, because what does not fit is where the two are known to
 * differ (`docs/feel.md`): whole numbers without division (decimals), conditions that are true or false, lists of one type.
 */
interface Typed {
  readonly number: string;
  readonly text: string;
  readonly truth: string;
  readonly numbers: string;
}

const variables = {
  a: 3,
  b: 10,
  name: 'Ann',
  other: 'Bob',
  yes: true,
  no: false,
  list: [5, 1, 4],
  ctx: { n: 7, t: 'x' },
};

const { number, text, truth, numbers } = fc.letrec<Typed>((loose) => {
  // The library's types lose what a kind is made of.
  const tie = (kind: keyof Typed): fc.Arbitrary<string> => loose(kind) as fc.Arbitrary<string>;
  const pick = { maxDepth: 4, depthIdentifier: 'feel' } as const;
  const two = (kind: keyof Typed, signs: readonly string[]) =>
    fc.tuple(tie(kind), fc.constantFrom(...signs), tie(kind)).map(([a, sign, b]) => `(${a} ${sign} ${b})`);
  return {
    number: fc.oneof(
      pick,
      fc.integer({ min: 0, max: 50 }).map(String),
      fc.constantFrom('a', 'b', 'ctx.n'),
      two('number', ['+', '-', '*']),
      fc.tuple(tie('truth'), tie('number'), tie('number')).map(([c, a, b]) => `(if ${c} then ${a} else ${b})`),
      tie('text').map((each) => `string length(${each})`),
      tie('numbers').map((each) => `count(${each})`),
      fc.tuple(tie('number'), tie('number')).map(([a, b]) => `max([${a}, ${b}])`),
    ),
    text: fc.oneof(
      pick,
      fc.constantFrom('"x"', '"abc"', '""', 'name', 'other', 'ctx.t'),
      two('text', ['+']),
      tie('text').map((each) => `upper case(${each})`),
      fc.tuple(tie('truth'), tie('text'), tie('text')).map(([c, a, b]) => `(if ${c} then ${a} else ${b})`),
    ),
    truth: fc.oneof(
      pick,
      fc.constantFrom('true', 'false', 'yes', 'no'),
      two('number', ['<', '<=', '>', '>=', '=', '!=']),
      two('text', ['=', '!=']),
      two('truth', ['and', 'or']),
      tie('truth').map((each) => `not(${each})`),
      // Bounds in order: the library takes turned ones as they come.
      fc
        .tuple(tie('number'), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 10, max: 40 }))
        .map(([x, a, b]) => `(${x} between ${a} and ${b})`),
      fc.tuple(tie('number'), tie('numbers')).map(([x, all]) => `list contains(${all}, ${x})`),
      fc.tuple(tie('numbers'), tie('number')).map(([all, x]) => `(some i in ${all} satisfies i > ${x})`),
      fc.tuple(tie('numbers'), tie('number')).map(([all, x]) => `(every i in ${all} satisfies i > ${x})`),
      fc.tuple(tie('text'), tie('text')).map(([x, y]) => `contains(${x}, ${y})`),
    ),
    numbers: fc.oneof(
      pick,
      fc.constantFrom('list', '[]', '[1, 2, 3]'),
      fc.array(tie('number'), { minLength: 1, maxLength: 3 }).map((all) => `[${all.join(', ')}]`),
      fc.tuple(tie('numbers'), tie('number')).map(([all, x]) => `(for i in ${all} return i + ${x})`),
      fc.tuple(tie('numbers'), tie('number')).map(([all, x]) => `${all}[item > ${x}]`),
      fc.tuple(tie('numbers'), tie('numbers')).map(([x, y]) => `concatenate(${x}, ${y})`),
    ),
  };
});

const byLibrary = (expression: string): Json => toJson(evaluateByLibrary(expression, { ...variables }).value);

describe('ours and the library on generated expressions', () => {
  it('should give the same', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(number, text, truth, numbers), (expression) => {
        expect(evaluate(expression, variables)).toEqual(byLibrary(expression));
      }),
      {
        numRuns: Number(process.env.BATON_FEEL_CASES ?? 2_000),
        seed: Number(process.env.BATON_FEEL_SEED ?? 20_261_126),
      },
    );
  });
});
