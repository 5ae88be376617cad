import { parseExpression } from 'feelin';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../src/feel/expression.ts';
import { Names } from '../../src/feel/names-in-sight.ts';
import { parse, type Syntax } from '../../src/feel/parse.ts';
import { bestHold, longestHold } from './hold.ts';

const known = ['x-y', 'a or b', 'in total', 'get value'];

interface Tree {
  readonly name: string;
  readonly text: string;
  readonly children: readonly Tree[];
}

/** What the library makes of a text; null when it stumbles. */
const libraryTree = (source: string): Tree | null => {
  const open: { name: string; text: string; children: Tree[] }[] = [{ name: '', text: '', children: [] }];
  let failed = false;
  const context = Object.fromEntries(known.map((name) => [name, null]));
  parseExpression(source, context, 'camunda').iterate({
    enter: (node) => {
      failed ||= node.type.isError;
      if (node.type.isSkipped) return false;
      open.push({ name: node.name, text: source.slice(node.from, node.to), children: [] });
      return true;
    },
    leave: (node) => {
      const done = node.type.isSkipped ? undefined : open.pop();
      if (done) open.at(-1)?.children.push(done);
    },
  });
  return failed ? null : (open[0]?.children[0] ?? null);
};

const treeOf = ({ name, text, children }: Syntax): Tree => ({ name, text, children: children.map(treeOf) });

const ourTree = (source: string): Tree | null => {
  const result = parse(source, 'expression', Names.named(known));
  return result.ok ? treeOf(result.value) : null;
};

/** Names that only who knows them tells from operations, and expressions that bring them in sight or take them out of it. */
const name = fc.constantFrom(
  'a',
  'b',
  'a-b',
  'a - b',
  'x-y',
  'a or b',
  'c+d',
  'in total',
  'b c',
  'item',
  'partial',
  '`a-b`',
);
const plainName = name.filter((text) => !text.startsWith('`'));
const key = fc.oneof(
  plainName,
  name.map((text) => `"${text}"`),
);
const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const part = tie('expression');
  return {
    expression: fc.oneof(
      { maxDepth: 5, depthSize: 'medium', withCrossShrink: true },
      fc.oneof(name, name, fc.constantFrom('1', '"a-b"', 'true', 'null')),
      fc.tuple(part, fc.constantFrom('+', '-', '*', 'and', 'or', '=', '<', 'in'), part).map((all) => all.join(' ')),
      part.map((inner) => `(${inner})`),
      fc
        .array(fc.tuple(key, part), { maxLength: 4 })
        .map((all) => `{${all.map((each) => each.join(': ')).join(', ')}}`),
      fc.array(part, { maxLength: 3 }).map((all) => `[${all.join(', ')}]`),
      fc.tuple(part, name).map(([of, at]) => `(${of}).${at}`),
      fc.tuple(name, name).map((all) => all.join('.')),
      fc.tuple(part, part).map(([of, at]) => `(${of})[${at}]`),
      fc.tuple(part, part, part).map(([a, b, c]) => `if ${a} then ${b} else ${c}`),
      fc.tuple(name, part, name, part, part).map(([a, b, c, d, e]) => `for ${a} in ${b}, ${c} in ${d} return ${e}`),
      fc.tuple(name, part, part).map(([a, b, c]) => `some ${a} in ${b} satisfies ${c}`),
      fc.tuple(name, name, part).map(([a, b, c]) => `function(${a}, ${b}) ${c}`),
      fc.tuple(part, key).map(([a, b]) => `get value(${a}, ${b}).a-b`),
      fc.tuple(name, part).map(([a, b]) => `${a}(${b})`),
    ),
  };
});

describe('the parser', () => {
  it('should read what the library reads, names with operators in sight and out of it', () => {
    let readable = 0;
    fc.assert(
      fc.property(expression, (source) => {
        const theirs = libraryTree(source);
        if (theirs) readable += 1;
        expect(ourTree(source)).toEqual(theirs);
      }),
      { numRuns: 1_500, seed: 20_260_101 },
    );
    expect(readable).toBeGreaterThan(300);
  });

  it.each([
    '{a-b: 1, c: a-b}.a-b',
    '[{a-b: 1}, {c+d: 2}][c+d = 2].a-b',
    '(if x then {a-b: {c+d: 1}} else {a-b: {b or c: 2}}).a-b.c+d',
    '(if x then {a-b: {c+d: 1}} else {a-b: {b or c: 2}}).a-b.b or c',
    'for a-b in [1] return a-b + sum(partial)',
    'get value({o: {a-b: 1}}, "o").a-b',
    `{${Array.from({ length: 60 }, (_, at) => `k-${at}: ${at === 0 ? 1 : `k-${at - 1} + k-${at >> 1}`}`).join(', ')}}.k-7`,
  ])('should read %s as the library does', (source) => {
    expect(ourTree(source)).toEqual(libraryTree(source));
    expect(ourTree(source)).not.toBeNull();
  });

  it.each([
    ['1 +', 'at its end'],
    ['a ] b', "at '] b'"],
    ['{a: }', "at '}'"],
  ])('should say where %s does not parse', (source, where) => {
    const result = parse(source, 'expression', Names.none);
    expect(!result.ok && result.error).toContain(`which does not parse ${where}`);
  });
});

const many = (unit: string, length: number): string => unit.repeat(Math.floor(length / unit.length));
const numbered = (count: number, join: string, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(join);

/** The longest that each construct may be. */
const longest: Readonly<Record<string, string>> = {
  'a condition': `a > 1${many(' and a > 1', 4_800)}`,
  'a name of many words': `a${many(' b', 7_900)}`,
  'brackets that close what is not open': many('a ]', 7_900),
  dots: `a${many('..b', 7_900)}`,
  signs: `${many('-', 7_900)}1`,
  parameters: `function(${numbered(990, ', ', (at) => `p${at}`)}) 1`,
  'a context': `{${numbered(250, ', ', (at) => `key ${at}: ${many('a+', 20)}1`)}}`,
  'a context of its own entries': `{${numbered(250, ', ', (at) => `k${at}: ${at > 0 ? `k${at - 1} + k${at >> 1} + 1` : '1'}`)}}`,
  'a list of a large context': `{x: {${numbered(250, ', ', (at) => `k${at}: 1`)}}, l: [${many('x,', 1_900)}x], r: l${many('[k1 = 1]', 1_500)}.k2}`,
  filters: `a${many('[b > 1 and c]', 7_900)}`,
  paths: `a${many('.b', 7_900)}`,
  loops: `for ${numbered(600, ', ', (at) => `i${at} in x`)} return 1`,
  'conditions in conditions': `${many('some i in x satisfies ', 7_900)}1`,
  'texts that do not end': `"${many('\\"', 7_900)}`,
  'comments that do not end': many('/*', 7_900),
  'a list of operations': `[${numbered(980, ',', () => 'a+b+c+d')}]`,
};

describe('a long expression', () => {
  it.each(Object.entries(longest))('should not hold the process: %s', (_name, source) => {
    expect(source.length).toBeLessThanOrEqual(8_000);
    expect(bestHold(() => compileExpression(source, 'feel'))).toBeLessThan(longestHold);
  });

  it.each([
    ['terms', `${numbered(400, ' + ', (at) => `n${at}`)}`],
    ['entries', longest['a context'] ?? ''],
    ['names', longest['a context of its own entries'] ?? ''],
    ['operations', longest['a list of operations'] ?? ''],
  ])('should still be read: %s', (_name, source) => {
    expect(compileExpression(source, 'feel')).toMatchObject({ ok: true });
  });
});
