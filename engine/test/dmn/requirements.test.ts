import {
  context,
  decision,
  decisionFile,
  inputData,
  itemComponent,
  itemDefinition,
  invocation,
  knowledge,
  literal,
  service,
  table,
  type DrgPart,
} from '@baton/fixtures/build-decisions';
import { describe, expect, it } from 'vitest';
import { compileDmn, type Json } from '../../src/index.ts';
import { evaluate, outputOf, problemsOf } from './evaluate.ts';

describe('requirements', () => {
  it('should evaluate each required decision once, before what requires it', async () => {
    const xml = decisionFile('f', [
      decision('top', literal('left + right'), { requires: ['left', 'right'] }),
      decision('left', literal('base * 2'), { requires: ['base'] }),
      decision('right', literal('base * 3'), { requires: ['base'] }),
      decision('base', literal('x + 1')),
    ]);
    const outcome = await evaluate(xml, 'top', { x: 1 });
    expect(outcome).toMatchObject({ ok: true, output: 10 });
    expect(outcome.evaluated.map(({ decisionId, output }) => [decisionId, output])).toEqual([
      ['base', 2],
      ['left', 4],
      ['right', 6],
      ['top', 10],
    ]);
  });

  it('should show a result under the variable, the name and the id of its decision, in front of variables', async () => {
    const xml = decisionFile('f', [
      decision('score-id', literal('7'), { name: 'Credit Score', variable: 'score' }),
      decision('d', literal('[score, Credit Score]'), { requires: ['score-id'] }),
    ]);
    expect(await outputOf(xml, 'd', { score: 1, 'Credit Score': 2 })).toEqual([7, 7]);
  });

  it('should hide from a decision what it does not require', async () => {
    const xml = decisionFile('f', [
      decision('base', literal('1')),
      decision('middle', literal('base'), { requires: ['base'] }),
      decision('top', literal('[middle, base]'), { requires: ['middle'] }),
    ]);
    expect(await outputOf(xml, 'top')).toEqual([1, null]);
  });

  it('should stop at the decision that fails and name it', async () => {
    const xml = decisionFile('f', [
      decision('first', literal('1')),
      decision('bad', table('t', { outputs: [{}], rules: [['1'], ['2']] }), { name: 'The Bad', requires: ['first'] }),
      decision('top', literal('bad'), { requires: ['bad'] }),
    ]);
    const outcome = await evaluate(xml, 'top');
    expect(outcome).toMatchObject({
      ok: false,
      failure: {
        decisionId: 'bad',
        message: expect.stringMatching(/^Expected to evaluate decision 'The Bad'.*UNIQUE/) as string,
      },
    });
    expect(outcome.evaluated.map(({ decisionId }) => decisionId)).toEqual(['first', 'bad']);
  });

  it('should call knowledge models by name, with what they require, and invocations by parameter', async () => {
    const xml = decisionFile('f', [
      knowledge('twice', ['n: number'], literal('n * 2'), { name: 'Twice As' }),
      knowledge('fee', ['amount', 'rate'], literal('Twice As(amount) * rate'), { requires: ['twice'] }),
      decision('d', invocation('fee', { rate: '0.5', amount: 'x' }), { requires: ['fee'] }),
      decision('e', literal('fee(x, 3)'), { requires: ['fee'] }),
    ]);
    expect(await outputOf(xml, 'd', { x: 4 })).toBe(4);
    expect(await outputOf(xml, 'e', { x: 4 })).toBe(24);
  });

  it('should keep the variables of the caller from a knowledge model', async () => {
    const xml = decisionFile('f', [
      knowledge('peek', [], literal('secret')),
      decision('d', literal('[secret, peek()]'), { requires: ['peek'] }),
    ]);
    expect(await outputOf(xml, 'd', { secret: 1 })).toEqual([1, null]);
  });

  it('should let a knowledge model call itself, up to the limit', async () => {
    const xml = decisionFile('f', [
      knowledge('sumTo', ['n'], literal('if n <= 0 then 0 else n + sumTo(n - 1)')),
      decision('d', literal('sumTo(x)'), { requires: ['sumTo'] }),
    ]);
    expect(await outputOf(xml, 'd', { x: 40 })).toBe(820);
    expect(await outputOf(xml, 'd', { x: 1_000 })).toEqual([expect.stringMatching(/at most 100 calls/)]);
  });

  it('should fail a decision whose knowledge model has a table that fails', async () => {
    const xml = decisionFile('f', [
      knowledge('rate', ['n'], table('t', { outputs: [{}], rules: [['1'], ['2']] })),
      decision('d', literal('if rate(1) = null then "hidden" else "seen"'), { requires: ['rate'] }),
    ]);
    expect(await outputOf(xml, 'd')).toEqual([expect.stringMatching(/UNIQUE/)]);
  });

  describe('decision services', () => {
    const parts: readonly DrgPart[] = [
      inputData('amount', { type: 'number' }),
      decision('rate', literal('0.1')),
      decision('fee', literal('amount * rate'), { requires: ['amount', 'rate'], type: 'number' }),
      decision('total', literal('amount + fee'), { requires: ['amount', 'fee'] }),
      service('quote', { output: ['total'], encapsulated: ['fee'], decisions: ['rate'], inputs: ['amount'] }),
      service('both', { output: ['fee', 'total'], decisions: ['rate'], inputs: ['amount'] }),
    ];
    it('should be called with input data and input decisions', async () => {
      const xml = decisionFile('f', [...parts, decision('d', literal('quote(x, 0.5)'), { requires: ['quote'] })]);
      const outcome = await evaluate(xml, 'd', { x: 100, amount: 1 });
      expect(outcome).toMatchObject({ ok: true, output: 150 });
      expect(outcome.evaluated.map(({ decisionId }) => decisionId)).toEqual(['d']);
    });
    it('should give several outputs as a context', async () => {
      const xml = decisionFile('f', [
        ...parts,
        decision('d', invocation('both', { rate: '1', amount: '2' }), { requires: ['both'] }),
      ]);
      expect(await outputOf(xml, 'd')).toEqual({ fee: 2, total: 4 });
    });
    it('should fail the caller when a decision inside fails', async () => {
      const xml = decisionFile('f', [...parts, decision('d', literal('quote("text", 1)'), { requires: ['quote'] })]);
      expect(await outputOf(xml, 'd')).toEqual([expect.stringMatching(/decision 'fee'.*input data 'amount'.*"text"/)]);
    });
  });

  it('should let cells see variables and results, and names with signs in them', async () => {
    const xml = decisionFile('f', [
      decision('limit', literal('10'), { name: 'limit - lower' }),
      decision(
        'd',
        table('t', {
          inputs: [{ expression: 'x' }],
          outputs: [{}],
          rules: [
            ['> limit - lower + extra', '"above"'],
            ['limit - lower', 'x + limit - lower'],
            ['[1..limit)', '"below"'],
          ],
        }),
        { requires: ['limit'] },
      ),
    ]);
    expect(await outputOf(xml, 'd', { x: 20, extra: 1 })).toBe('above');
    expect(await outputOf(xml, 'd', { x: 10, extra: 1 })).toBe(20);
    expect(await outputOf(xml, 'd', { x: 5, extra: 1 })).toBe('below');
  });

  it('should bound all expressions of one evaluation together', async () => {
    const rows = Array.from({ length: 1_000 }, () => [`count(for i in 1..x return i * 2) = ?`, '"never"']);
    const xml = decisionFile('f', [
      decision(
        'd',
        table('t', {
          inputs: [{ expression: 'x' }],
          outputs: [{}],
          rules: rows.map(([cell = '', out = '']) => [`not(${cell})`, out]),
        }),
      ),
    ]);
    const before = performance.now();
    expect(await outputOf(xml, 'd', { x: 20_000 })).toEqual([expect.stringMatching(/more work than the limit/)]);
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it('should bound the calls of functions', async () => {
    const xml = decisionFile('f', [
      knowledge(
        'fork',
        ['n'],
        context([
          ['l', literal('if n = 0 then 0 else fork(n - 1)')],
          ['', literal('if n = 0 then 0 else fork(n - 1)')],
        ]),
      ),
      decision('d', literal('fork(60)'), { requires: ['fork'] }),
    ]);
    expect(await outputOf(xml, 'd')).toEqual([expect.stringMatching(/more work than the limit of \d+ steps/)]);
  });

  it('should bound the expressions of one evaluation', async () => {
    const part = (name: string, text: string): string => `<${name}>${literal(text)}</${name}>`;
    const loop = `<for iteratorVariable="i">${part('in', 'items')}${part('return', '1')}</for>`;
    const xml = decisionFile('f', [decision('d', loop)]);
    const items = Array.from({ length: 100_001 }, () => 0);
    expect(await outputOf(xml, 'd', { items })).toEqual([expect.stringMatching(/at most 100000 expressions/)]);
    expect(await outputOf(xml, 'd', { items: items.slice(0, 90_000) })).toHaveLength(90_000);
  });

  it.each([
    ['a structure of itself', itemDefinition('tree', null, itemComponent('c', 'tree'))],
    ['any value', itemDefinition('tree', 'Any')],
    ['a list of numbers', itemDefinition('tree', 'number', '', true)],
  ])('should fail, not break, for a variable that is nested without end and declared as %s', async (_name, type) => {
    const xml = decisionFile(
      'f',
      [inputData('v', { type: 'tree' }), decision('d', literal('1'), { requires: ['v'] })],
      {
        types: type,
      },
    );
    const nested = (wrap: (inner: Json) => Json): Json =>
      Array.from({ length: 9_000 }).reduce<Json>((inner) => wrap(inner), 1);
    for (const v of [nested((inner) => [inner]), nested((c) => ({ c }))])
      expect(await outputOf(xml, 'd', { v })).toEqual([expect.stringMatching(/nested deeper than the limit of 500/)]);
  });

  it('should let the cells of a table read variables, required decisions and the input', async () => {
    const rules = [
      ['> limit', '"above " + string(base + limit)'],
      ['? in (base, base + 1)', '"at the base"'],
      ['-', '"below"'],
    ];
    const cells = table('t', {
      hitPolicy: 'FIRST',
      inputs: [{ expression: 'x' }],
      outputs: [{}],
      rules,
    });
    const xml = decisionFile('f', [
      decision('base', literal('limit / 2')),
      decision('d', cells, { requires: ['base'] }),
    ]);
    expect(await outputOf(xml, 'd', { x: 11, limit: 10 })).toBe('above 15');
    expect(await outputOf(xml, 'd', { x: 6, limit: 10 })).toBe('at the base');
    expect(await outputOf(xml, 'd', { x: 1, limit: 10 })).toBe('below');
  });

  it('should give the same answer every time, at the time that it is told', async () => {
    const xml = decisionFile('f', [decision('d', literal('now().year + x'))]);
    expect(await outputOf(xml, 'd', { x: 1 })).toBe(2031);
    expect(await evaluate(xml, 'd', { x: 1 })).toEqual(await evaluate(xml, 'd', { x: 1 }));
  });
});

describe('a file that cannot be evaluated', () => {
  it('should be refused with every problem at once, by element', async () => {
    const xml = decisionFile('f', [
      decision('a', literal('b'), { requires: ['b'] }),
      decision('b', literal('a'), { requires: ['a'] }),
      decision('c', literal('1 +'), { requires: ['nowhere'] }),
      decision('e', ''),
    ]);
    expect((await problemsOf(xml)).map(({ elementId, code }) => [elementId, code])).toEqual([
      ['c', 'invalid-expression'],
      ['c', 'missing-reference'],
      ['e', 'missing-property'],
      ['a', 'requirement-cycle'],
    ]);
  });

  it('should be refused for circles through knowledge and services', async () => {
    const circle = [
      knowledge('k', [], literal('l()'), { requires: ['l'] }),
      knowledge('l', [], literal('k()'), { requires: ['k'] }),
      decision('d', literal('s()'), { requires: ['s'] }),
      service('s', { output: ['d'] }),
    ];
    expect((await problemsOf(decisionFile('f', circle))).map(({ code }) => code)).toEqual([
      'requirement-cycle',
      'requirement-cycle',
    ]);
  });

  it('should be refused when decisions stand on each other without end', async () => {
    const tower = Array.from({ length: 300 }, (_, index) =>
      decision(`d${index}`, literal('1'), { requires: index === 299 ? [] : [`d${index + 1}`] }),
    );
    expect(await problemsOf(decisionFile('f', tower))).toContainEqual(
      expect.objectContaining({ code: 'invalid-property', message: expect.stringMatching(/at most 100/) as string }),
    );
  });

  it.each<[string, string, string, RegExp]>([
    ['nothing', '', 'dmn-invalid', /without a DMN namespace/],
    ['text', 'hello', 'dmn-invalid', /without a DMN namespace/],
    [
      'another namespace',
      '<definitions xmlns="https://www.omg.org/spec/DMN/20990101/MODEL/" id="f"/>',
      'dmn-invalid',
      /20990101/,
    ],
    [
      'half a file',
      decisionFile('f', [decision('d', literal('1'))]).slice(0, 500),
      'dmn-invalid',
      /version 1\.1 to 1\.6/,
    ],
    ['no decision', decisionFile('f', [inputData('i')]), 'dmn-invalid', /expected a decision/],
    [
      'an element that is none of DMN',
      decisionFile('f', [decision('d', literal('1'))], { types: '<wrong/>' }),
      'dmn-invalid',
      /wrong/,
    ],
    ['a DOCTYPE', '<!DOCTYPE a><definitions/>', 'xml-doctype', /DOCTYPE/],
    ['too deep nesting', `<d>${'<a>'.repeat(300)}`, 'xml-too-deep', /200 deep/],
    [
      'the same id twice',
      decisionFile('f', [decision('d', literal('1')), decision('d', literal('1'))]),
      'duplicate-id',
      /'d' twice/,
    ],
    [
      'an import',
      decisionFile('f', [decision('d', literal('1'))], {
        types: '<import name="x" namespace="urn:x" importType="t"/>',
      }),
      'unsupported-element',
      /import of 'urn:x'/,
    ],
    [
      'a reference into another file',
      decisionFile('f', [decision('d', literal('1'))]).replace(
        '<literalExpression>',
        '<informationRequirement id="r"><requiredDecision href="urn:x#y"/></informationRequirement><literalExpression>',
      ),
      'unsupported-element',
      /urn:x#y/,
    ],
    [
      'a decision without an id',
      decisionFile('f', [decision('d', literal('1'))], {
        types: '<decision name="x"><literalExpression><text>1</text></literalExpression></decision>',
      }),
      'missing-id',
      /expected an id/,
    ],
    [
      'another expression language',
      decisionFile('f', [decision('d', literal('1'))]).replace(' id="f"', ' id="f" expressionLanguage="juel"'),
      'unsupported-element',
      /juel/,
    ],
  ])('should be refused for %s', async (_what, xml, code, message) => {
    expect(await problemsOf(xml)).toContainEqual(
      expect.objectContaining({ code, severity: 'error', message: expect.stringMatching(message) as string }),
    );
  });

  it('should take time in proportion to the length, whatever the text is', async () => {
    const before = performance.now();
    for (const text of ['<', '<a "', "<a '", '<a =', '<!-', '<a b="', ' xmlns="', " xmlns:a='/spec/DMN/"])
      await problemsOf(text.repeat(200_000));
    expect(performance.now() - before).toBeLessThan(4_000);
  });
});

describe('versions of DMN', () => {
  it.each([
    ['1.1', 'http://www.omg.org/spec/DMN/20151101/dmn.xsd'],
    ['1.2', 'http://www.omg.org/spec/DMN/20180521/MODEL/'],
    ['1.3', 'https://www.omg.org/spec/DMN/20191111/MODEL/'],
    ['1.4', 'https://www.omg.org/spec/DMN/20211108/MODEL/'],
    ['1.5', 'https://www.omg.org/spec/DMN/20230324/MODEL/'],
    ['1.6', 'https://www.omg.org/spec/DMN/20240513/MODEL/'],
  ])('should read %s', async (version, namespace) => {
    let xml = decisionFile('f', [decision('d', literal('1 + 1', 'feel:number'), { versionTag: 'v1' })], { namespace });
    if (version === '1.1') xml = xml.replace(/<dmndi:DMNDI>.*<\/dmndi:DMNDI>/s, '').replace(/ xmlns:dmndi="[^"]*"/, '');
    const compiled = await compileDmn(xml);
    expect(compiled).toMatchObject({ ok: true });
    expect(compiled.ok && compiled.model.decisions.get('d')?.versionTag).toBe('v1');
    expect(await outputOf(xml, 'd')).toBe(2);
  });
});
