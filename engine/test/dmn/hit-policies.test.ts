import { decision, decisionFile, table, type TableOptions } from '@baton/fixtures/build-decisions';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/index.ts';
import { evaluate, outputOf, problemsOf } from './evaluate.ts';

const file = (options: TableOptions): string => decisionFile('f', [decision('d', table('t', options))]);

/** Three rules: below 10, below 20, anything. */
const overlapping = (
  hitPolicy: string,
  outputs: readonly [string, string, string] = ['"low"', '"middle"', '"high"'],
  more: Partial<TableOptions> = {},
): string =>
  file({
    hitPolicy,
    inputs: [{ expression: 'x' }],
    outputs: [{ name: 'size', values: '"high", "middle", "low"' }],
    rules: [
      ['< 10', outputs[0]],
      ['< 20', outputs[1]],
      ['-', outputs[2]],
    ],
    ...more,
  });
const numbers = (hitPolicy: string, aggregation: string, outputs: readonly [string, string, string]): string =>
  overlapping(hitPolicy, outputs, { aggregation, outputs: [{ name: 'n' }] });

describe('hit policies', () => {
  it.each<[string, string, number, Json]>([
    ['FIRST', 'gives the output of the first rule that matches', 5, 'low'],
    ['FIRST', 'goes on to later rules', 15, 'middle'],
    ['UNIQUE', 'gives the output of the only rule that matches', 25, 'high'],
    ['PRIORITY', 'gives the most wanted output of those that match', 5, 'high'],
    ['RULE ORDER', 'lists outputs in the order of the rules', 5, ['low', 'middle', 'high']],
    ['OUTPUT ORDER', 'lists the most wanted outputs first', 5, ['high', 'middle', 'low']],
    ['COLLECT', 'lists outputs', 15, ['middle', 'high']],
  ])('%s %s (x = %d)', async (hitPolicy, _what, x, expected) => {
    expect(await outputOf(overlapping(hitPolicy), 'd', { x })).toEqual(expected);
  });

  it.each([
    ['SUM', 60],
    ['MIN', 10],
    ['MAX', 30],
    ['COUNT', 3],
  ])('COLLECT %s takes all outputs that match together', async (aggregation, expected) => {
    expect(await outputOf(numbers('COLLECT', aggregation, ['10', '20', '30']), 'd', { x: 1 })).toBe(expected);
  });

  it('UNIQUE fails when two rules match, and names them', async () => {
    const outcome = await evaluate(overlapping('UNIQUE'), 'd', { x: 15 });
    expect(outcome).toMatchObject({
      ok: false,
      failure: { decisionId: 'd', message: expect.stringMatching(/UNIQUE.*rules 2, 3/) as string },
      evaluated: [{ decisionId: 'd', output: null, matchedRules: [{ ruleIndex: 2 }, { ruleIndex: 3 }] }],
    });
  });

  it('ANY takes equal outputs of several rules, whatever the order of their entries', async () => {
    const equal = ['{a: 1, b: [2]}', '{b: [2], a: 1}', '{a: 1, b: [2]}'] as const;
    expect(await outputOf(overlapping('ANY', equal, { outputs: [{ name: 'n' }] }), 'd', { x: 1 })).toEqual({
      a: 1,
      b: [2],
    });
  });

  it('ANY fails when the outputs differ', async () => {
    expect(await outputOf(overlapping('ANY'), 'd', { x: 1 })).toEqual([
      expect.stringMatching(/hit policy ANY.*rules 1, 2, 3/),
    ]);
  });

  it('COLLECT SUM fails on what cannot be added', async () => {
    expect(await outputOf(numbers('COLLECT', 'SUM', ['1', '"a"', '2']), 'd', { x: 1 })).toEqual([
      expect.stringMatching(/SUM/),
    ]);
  });

  it('PRIORITY looks at the columns from left to right', async () => {
    const xml = file({
      hitPolicy: 'PRIORITY',
      outputs: [
        { name: 'risk', values: '"high","low"' },
        { name: 'score', values: '3,2,1' },
      ],
      rules: [
        ['"low"', '3'],
        ['"high"', '1'],
        ['"high"', '2'],
      ],
    });
    expect(await outputOf(xml, 'd')).toEqual({ risk: 'high', score: 2 });
  });

  it.each(['UNIQUE', 'FIRST', 'ANY', 'PRIORITY', 'RULE ORDER', 'OUTPUT ORDER', 'COLLECT'])(
    '%s gives null when no rule matches and there is no default',
    async (hitPolicy) => {
      const xml = overlapping(hitPolicy, undefined, { rules: [['< 10', '"low"']] });
      expect(await outputOf(xml, 'd', { x: 99 })).toBeNull();
    },
  );

  it.each<[string, string | undefined, Json]>([
    ['UNIQUE', undefined, 7],
    ['FIRST', undefined, 7],
    ['RULE ORDER', undefined, [7]],
    ['COLLECT', undefined, [7]],
    ['COLLECT', 'SUM', 7],
    ['COLLECT', 'COUNT', 1],
  ])('%s %s gives the default output when no rule matches', async (hitPolicy, aggregation, expected) => {
    const xml = file({
      hitPolicy,
      aggregation,
      inputs: [{ expression: 'x' }],
      outputs: [{ name: 'n', byDefault: '3 + 4' }],
      rules: [['< 10', '1']],
    });
    expect(await outputOf(xml, 'd', { x: 99 })).toEqual(expected);
  });

  it('gives a context of several outputs, with null for an empty cell and a default only where one is given', async () => {
    const xml = file({
      inputs: [{ expression: 'x' }],
      outputs: [{ name: 'a', byDefault: '"none"' }, { name: 'b' }],
      rules: [['1', '"one"', '']],
    });
    expect(await outputOf(xml, 'd', { x: 1 })).toEqual({ a: 'one', b: null });
    expect(await outputOf(xml, 'd', { x: 2 })).toEqual({ a: 'none', b: null });
  });

  it('keeps outputs whatever their name is', async () => {
    const xml = file({ outputs: [{ name: '__proto__' }, { name: 'toString' }], rules: [['1', '2']] });
    expect(JSON.stringify(await outputOf(xml, 'd'))).toBe('{"__proto__":1,"toString":2}');
  });
});

describe('the cells of a decision table', () => {
  const matching = async (cell: string, value: Json): Promise<Json> =>
    outputOf(file({ inputs: [{ expression: 'order.value' }], outputs: [{}], rules: [[cell, 'true']] }), 'd', {
      order: { value },
    });
  it.each<[string, Json, boolean]>([
    ['', 1, true],
    ['-', null, true],
    ['"a", "b"', 'b', true],
    ['"a", "b"', 'c', false],
    ['not("a")', 'a', false],
    ['not("a")', 'b', true],
    ['[1..5)', 1, true],
    ['[1..5)', 5, false],
    ['> 3, 1', 1, true],
    ['<= 3', 3.5, false],
    ['null', null, true],
    ['> 3', null, false],
    ['true', true, true],
    ['? > 2 and ? < 4', 3, true],
    ['ends with(?, "x")', 'ax', true],
  ])('%s for %j is %s', async (cell, value, expected) => {
    expect(await matching(cell, value)).toBe(expected ? true : null);
  });

  it('should show inputs, matched rules and outputs of the table', async () => {
    const xml = file({
      hitPolicy: 'COLLECT',
      inputs: [{ label: 'The season', expression: 'season' }, { expression: 'guests + 1' }],
      outputs: [{ name: 'dish', label: 'Dish' }],
      rules: [
        ['"winter"', '> 1', '"stew"'],
        ['"summer"', '-', '"salad"'],
        ['-', '3', '"bread"'],
      ],
    });
    expect(await evaluate(xml, 'd', { season: 'winter', guests: 2 })).toEqual({
      ok: true,
      output: ['stew', 'bread'],
      evaluated: [
        {
          decisionId: 'd',
          decisionName: 'd',
          decisionType: 'DECISION_TABLE',
          inputs: [
            { inputId: 't_input_1', inputName: 'The season', inputValue: 'winter' },
            { inputId: 't_input_2', inputName: 'guests + 1', inputValue: 3 },
          ],
          matchedRules: [
            {
              ruleId: 't_rule_1',
              ruleIndex: 1,
              outputs: [{ outputId: 't_output_1', outputName: 'dish', value: 'stew' }],
            },
            {
              ruleId: 't_rule_3',
              ruleIndex: 3,
              outputs: [{ outputId: 't_output_1', outputName: 'dish', value: 'bread' }],
            },
          ],
          output: ['stew', 'bread'],
        },
      ],
    });
  });

  it('should fail for an input or output that is not among the allowed values, and let null through', async () => {
    const xml = file({
      inputs: [{ label: 'Kind', expression: 'kind', type: 'string', values: '"a", "b"' }],
      outputs: [{ name: 'n', type: 'number', values: '[1..5]' }],
      rules: [
        ['"a"', '1'],
        ['"b"', '9'],
        ['null', '2'],
      ],
    });
    expect(await outputOf(xml, 'd', { kind: 'a' })).toBe(1);
    expect(await outputOf(xml, 'd', { kind: null })).toBe(2);
    expect(await outputOf(xml, 'd', {})).toBe(2);
    expect(await outputOf(xml, 'd', { kind: 'c' })).toEqual([
      expect.stringMatching(/input 'Kind' to be one of "a", "b", found "c"/),
    ]);
    expect(await outputOf(xml, 'd', { kind: 'b' })).toEqual([expect.stringMatching(/Rule 2: .*output 'n'.*found 9/)]);
    expect(await outputOf(xml, 'd', { kind: 7 })).toEqual([expect.stringMatching(/input 'Kind'.*'string', found 7/)]);
  });
});

describe('a decision table that cannot be evaluated', () => {
  it.each<[string, Partial<TableOptions>, string, RegExp]>([
    ['an unknown hit policy', { hitPolicy: 'SOMETIMES' }, 'invalid-property', /SOMETIMES/],
    ['an aggregation without COLLECT', { aggregation: 'SUM' }, 'invalid-property', /COLLECT only/],
    ['PRIORITY without output values', { hitPolicy: 'PRIORITY' }, 'missing-property', /output values/],
    [
      'output values that are no list',
      { hitPolicy: 'PRIORITY', outputs: [{ name: 'o', values: '> 5 then' }] },
      'invalid-property',
      /list of values/,
    ],
    [
      'SUM over several outputs',
      { hitPolicy: 'COLLECT', aggregation: 'SUM', outputs: [{ name: 'a' }, { name: 'b' }], rules: [['1', '2', '3']] },
      'invalid-property',
      /one output/,
    ],
    ['a rule with too few cells', { rules: [['1']] }, 'invalid-property', /rule 1/],
    ['an input without an expression', { inputs: [{ expression: '' }] }, 'missing-property', /input 1/],
    ['no output', { outputs: [], rules: [['1']] }, 'missing-property', /output column/],
    [
      'outputs without names',
      { outputs: [{ name: 'a' }, {}], rules: [['1', '2', '3']] },
      'missing-property',
      /output 2 to have a name/,
    ],
    [
      'two outputs of one name',
      { outputs: [{ name: 'a' }, { name: 'a' }], rules: [['1', '2', '3']] },
      'duplicate-id',
      /found 'a' twice/,
    ],
    ['an output cell that does not parse', { rules: [['1', '1 +']] }, 'invalid-expression', /rule 1, output 1/],
    ['an unknown type', { outputs: [{ name: 'o', type: 'money' }] }, 'missing-reference', /'money'/],
  ])('should be refused for %s', async (_what, options, code, message) => {
    const problems = await problemsOf(
      file({ inputs: [{ expression: 'x' }], outputs: [{ name: 'o' }], rules: [['1', '2']], ...options }),
    );
    expect(problems).toContainEqual(
      expect.objectContaining({ code, message: expect.stringMatching(message) as string, severity: 'error' }),
    );
    expect(problems.every(({ elementId }) => elementId !== null)).toBe(true);
  });
});
