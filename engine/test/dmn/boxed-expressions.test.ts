import {
  allowedValues,
  context,
  decision,
  decisionFile,
  functionDefinition,
  inputData,
  invocation,
  itemComponent,
  itemDefinition,
  list,
  literal,
  relation,
  table,
} from '@baton/fixtures/build-decisions';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/index.ts';
import { evaluate, outputOf, problemsOf } from './evaluate.ts';

const dmn15 = 'https://www.omg.org/spec/DMN/20230324/MODEL/';
const value = (logic: string, variables: Readonly<Record<string, Json>> = {}, types?: string): Promise<Json> =>
  outputOf(decisionFile('f', [decision('d', logic)], { types, namespace: dmn15 }), 'd', variables);
const part = (tag: string, inner: string): string => `<${tag}>${inner}</${tag}>`;

describe('boxed expressions', () => {
  it('should evaluate a literal expression with the variables that it names', async () => {
    expect(await value(literal('amount * 2 + order.fee'), { amount: 3, order: { fee: 1 } })).toBe(7);
    expect(await value(literal('missing'))).toBeNull();
  });

  it('should let later entries of a context see earlier ones', async () => {
    const entries = context([
      ['net', literal('10')],
      ['tax', literal('net * 0.5')],
      ['__proto__', literal('1')],
    ]);
    expect(JSON.stringify(await value(entries))).toBe('{"net":10,"tax":5,"__proto__":1}');
  });

  it('should give the result entry of a context alone', async () => {
    const entries = context([
      ['net', literal('10')],
      ['', literal('net + outside')],
    ]);
    expect(await value(entries, { outside: 1, net: 99 })).toBe(11);
  });

  it('should evaluate lists and relations', async () => {
    expect(await value(list(literal('1'), list(literal('x')), context([['a', literal('2')]])), { x: 'y' })).toEqual([
      1,
      ['y'],
      { a: 2 },
    ]);
    expect(
      await value(
        relation(
          ['name', 'age'],
          [
            ['"Ann"', 'base + 1'],
            ['"Bob"', 'null'],
          ],
        ),
        { base: 40 },
      ),
    ).toEqual([
      { name: 'Ann', age: 41 },
      { name: 'Bob', age: null },
    ]);
  });

  it('should call a boxed function from FEEL and by an invocation', async () => {
    const add = functionDefinition(['a: number', 'b: number'], literal('a + b + outside'));
    const called = context([
      ['add', add],
      ['x', literal('add(1, 2)')],
      ['y', literal('add(b: 10, a: 20)')],
      ['z', invocation('add', { b: '5', a: 'x' })],
    ]);
    expect(await value(called, { outside: 100 })).toEqual({ add: null, x: 103, y: 130, z: 208 });
  });

  it('should invoke a function of FEEL by its name', async () => {
    expect(await value(invocation('sum', { list: '[1, 2, 3]' }))).toBe(6);
  });

  it('should fail where an argument does not fit its parameter, although FEEL called', async () => {
    const called = context([
      ['half', functionDefinition(['a: number'], literal('a / 2'))],
      ['', literal('if half("text") = null then 1 else 2')],
    ]);
    expect(await value(called)).toEqual([expect.stringMatching(/parameter 'a'.*'number', found "text"/)]);
  });

  it('should evaluate a table inside a context without mixing its rules into the trace', async () => {
    const inner = table('inner', {
      inputs: [{ expression: 'x' }],
      outputs: [{}],
      rules: [
        ['1', '"one"'],
        ['2', '"two"'],
      ],
    });
    const xml = decisionFile('f', [
      decision(
        'd',
        context([
          ['x', literal('1 + 1')],
          ['', inner],
        ]),
      ),
    ]);
    expect(await evaluate(xml, 'd')).toMatchObject({
      output: 'two',
      evaluated: [{ decisionType: 'UNKNOWN', inputs: [], matchedRules: [] }],
    });
  });

  it.each<[string, string, Json]>([
    [
      'conditional',
      `${part('if', literal('n > 1'))}${part('then', literal('"many"'))}${part('else', literal('n'))}`,
      'many',
    ],
    ['conditional', `${part('if', literal('n'))}${part('then', literal('1'))}${part('else', literal('2'))}`, 2],
    ['filter', `${part('in', literal('[1, 2, 3, 4]'))}${part('match', literal('item > n'))}`, [4]],
    ['filter', `${part('in', literal('[{a: 1}, {a: 5}]'))}${part('match', literal('a > n'))}`, [{ a: 5 }]],
    ['filter', `${part('in', literal('["a", "b", "c"]'))}${part('match', literal('2'))}`, 'b'],
    ['filter', `${part('in', literal('["a", "b", "c"]'))}${part('match', literal('-1'))}`, 'c'],
  ])('should evaluate %s of DMN 1.4: %s', async (tag, inner, expected) => {
    expect(await value(part(tag, inner), { n: 3 })).toEqual(expected);
  });

  it.each<[string, string, string, Json]>([
    ['for', '[1, 2, 3]', part('return', literal('i * n')), [3, 6, 9]],
    ['for', '[1, 2, 3]', part('return', literal('i + count(partial)')), [1, 3, 5]],
    ['for', '7', part('return', literal('i')), [7]],
    ['some', '[1, 4]', part('satisfies', literal('i > n')), true],
    ['some', '[1, 2]', part('satisfies', literal('i > n')), false],
    ['every', '[4, 5]', part('satisfies', literal('i > n')), true],
    ['every', '[1, 5]', part('satisfies', literal('i > n')), false],
  ])('should evaluate %s of DMN 1.4 over %s', async (tag, items, body, expected) => {
    const inner = `<${tag} iteratorVariable="i">${part('in', literal(items))}${body}</${tag}>`;
    expect(await value(inner, { n: 3 })).toEqual(expected);
  });

  it('should refuse what holds no expression, and functions in other languages', async () => {
    const refused = (logic: string) => problemsOf(decisionFile('f', [decision('d', logic)]));
    expect(await refused('')).toMatchObject([{ elementId: 'd', code: 'missing-property' }]);
    expect(
      await refused(
        context([
          ['', literal('1')],
          ['a', literal('2')],
        ]),
      ),
    ).toMatchObject([
      { elementId: 'd', code: 'missing-property', message: expect.stringMatching(/entry 1/) as string },
    ]);
    expect(await refused(functionDefinition([], literal('1'), 'Java'))).toMatchObject([
      { elementId: 'd', code: 'unsupported-element', message: expect.stringMatching(/Java/) as string },
    ]);
    expect(
      await refused('<literalExpression expressionLanguage="http://groovy"><text>1</text></literalExpression>'),
    ).toMatchObject([
      { elementId: 'd', code: 'unsupported-element', message: expect.stringMatching(/groovy/) as string },
    ]);
    expect(await refused(relation(['a', 'b'], [['1']]))).toMatchObject([{ code: 'invalid-property' }]);
    expect(await refused('<invocation><binding><parameter name="a"/></binding></invocation>')).toMatchObject([
      { code: 'missing-property', message: expect.stringMatching(/function that it calls/) as string },
    ]);
  });
});

describe('types', () => {
  const person = itemDefinition(
    'Person',
    null,
    itemComponent('name', 'string') +
      itemComponent('age', 'number', allowedValues('[0..150]')) +
      itemComponent('tags', 'string', '', true),
  );
  const types =
    person +
    itemDefinition('People', 'Person', '', true) +
    itemDefinition('Level', 'string', allowedValues('"low", "high"'));
  const typed = (type: string, given: Json, text = 'x'): Promise<Json> =>
    outputOf(
      decisionFile('f', [inputData('x', { type }), decision('d', literal(text), { requires: ['x'] })], { types }),
      'd',
      { x: given },
    );

  it.each<[string, Json, Json]>([
    ['number', 1, 1],
    ['number', null, null],
    ['number', [1], 1],
    ['feel:string', 'a', 'a'],
    ['Any', { a: [1] }, { a: [1] }],
    ['Level', 'low', 'low'],
    ['Person', { name: 'Ann', age: 40, other: 1 }, { name: 'Ann', age: 40, other: 1 }],
    ['Person', { tags: 'one' }, { tags: ['one'] }],
    ['People', { name: 'Ann' }, [{ name: 'Ann' }]],
    ['People', [], []],
  ])('should take %s from %j', async (type, given, expected) => {
    expect(await typed(type, given)).toEqual(expected);
  });

  it.each<[string, Json, RegExp]>([
    ['number', 'a', /input data 'x' to be of type 'number', found "a"/],
    ['string', 1, /'string', found 1/],
    ['boolean', 'true', /'boolean'/],
    ['date', 'tomorrow', /'date', found "tomorrow"/],
    ['Level', 'middle', /one of "low", "high", found "middle"/],
    ['Person', 'Ann', /'Person'/],
    ['Person', { age: 200 }, /'age' of the input data 'x'.*found 200/],
    ['People', [{ name: 1 }], /'name' of an item of the input data 'x'/],
  ])('should fail for %s given %j', async (type, given, message) => {
    expect(await typed(type, given)).toEqual([expect.stringMatching(message)]);
  });

  it('should read dates, times and durations from text, and keep them as such between decisions', async () => {
    expect(await typed('date', '2026-02-27', 'x + duration("P2D")')).toBe('2026-03-01');
    expect(await typed('dateTime', '2026-02-27T10:00:00Z', 'x.hour')).toBe(10);
    expect(await typed('days and time duration', 'PT90M', 'x.minutes')).toBe(30);
    expect(await typed('yearMonthDuration', 'P14M', 'x.years')).toBe(1);
    expect(await typed('yearMonthDuration', 'PT90M')).toEqual([expect.stringMatching(/yearMonthDuration/)]);
    const chain = decisionFile('f', [
      decision('due', literal('date("2026-01-31") + duration("P1M")')),
      decision('d', literal('due.month'), { requires: ['due'] }),
    ]);
    expect(await outputOf(chain, 'd')).toBe(2);
  });

  it('should check the declared type of a result', async () => {
    const xml = decisionFile('f', [decision('d', literal('if x then 1 else "a"'), { type: 'number' })]);
    expect(await outputOf(xml, 'd', { x: true })).toBe(1);
    expect(await outputOf(xml, 'd', { x: false })).toEqual([expect.stringMatching(/its result.*'number', found "a"/)]);
  });

  it('should refuse unknown types and types that are made of themselves', async () => {
    const file = (more: string): string => decisionFile('f', [decision('d', literal('1'))], { types: more });
    expect(await problemsOf(file(itemDefinition('A', 'B') + itemDefinition('B', 'A')))).toMatchObject([
      { code: 'requirement-cycle' },
      { code: 'requirement-cycle' },
    ]);
    expect(await problemsOf(file(itemDefinition('A', null, itemComponent('b', 'Nowhere'))))).toMatchObject([
      { code: 'missing-reference', message: expect.stringMatching(/'Nowhere'/) as string },
    ]);
    expect(await problemsOf(file(itemDefinition('A', 'string') + itemDefinition('A', 'string')))).toMatchObject([
      { code: 'duplicate-id' },
    ]);
  });
});
