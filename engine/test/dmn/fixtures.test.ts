import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileDmn, type Json } from '../../src/index.ts';
import { outputOf } from './evaluate.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'dmn');
const read = (name: string): string => readFileSync(join(folder, `${name}.dmn`), 'utf8');

const family = [
  { name: 'Ann', age: 40 },
  { name: 'Bob', age: 7 },
];

/** What each decision of the drawn files says. */
const cases: readonly (readonly [string, string, Readonly<Record<string, Json>>, Json])[] = [
  ['hit-policies', 'unique', { total: 500 }, 10],
  ['hit-policies', 'first', { total: 1_000 }, 5],
  ['hit-policies', 'any', { total: 1_000 }, 5],
  ['hit-policies', 'priority', { total: 1_000 }, 20],
  ['hit-policies', 'rule-order', { total: 1_000 }, [5, 10, 20]],
  ['hit-policies', 'output-order', { total: 1_000 }, [20, 10, 5]],
  ['hit-policies', 'collect', { total: 500 }, [5, 10]],
  ['hit-policies', 'collect-sum', { total: 1_000 }, 35],
  ['hit-policies', 'collect-min', { total: 1_000 }, 5],
  ['hit-policies', 'collect-max', { total: 1_000 }, 20],
  ['hit-policies', 'collect-count', { total: 500 }, 2],
  ['several-outputs-with-defaults', 'shipping', { country: 'AT' }, { carrier: 'Rail', days: 2 }],
  ['several-outputs-with-defaults', 'shipping', { country: 'AU' }, { carrier: 'Sea Freight', days: 30 }],
  [
    'boxed-expressions',
    'invoice',
    { amounts: [60, 60] },
    {
      net: 120,
      rates: [
        { from: 0, rate: 0.5 },
        { from: 100, rate: 0.25 },
      ],
      rate: 0.25,
      add: null,
      gross: 150,
      lines: ['net', 'gross'],
    },
  ],
  ['boxed-expressions', 'gross', { amounts: [60, 60] }, 150],
  ['requirement-graph', 'age', { born: '2000-06-30' }, 29],
  ['requirement-graph', 'credit', { born: '2000-06-30', income: 2_000 }, 20_000],
  ['requirement-graph', 'credit', { born: '2020-06-30', income: 2_000 }, 0],
  ['knowledge-model-that-calls-itself', 'savings', { months: 2 }, 225],
  ['decision-service', 'compare', { amount: 100 }, [150, 125]],
  ['typed-items', 'adults', { applicant: { family, status: 'new' } }, ['Ann']],
  ['business-rule-task', 'rate-order', { amount: 5 }, 'small'],
  ['business-rule-task', 'route', { rated: 'large' }, { name: 'express' }],
];

describe('the drawn decision files', () => {
  it.each(cases)('%s: %s of %j', async (file, decisionId, variables, expected) => {
    expect(await outputOf(read(file), decisionId, variables)).toEqual(expected);
  });

  it('should all be told about here', async () => {
    const files = readdirSync(folder).map((name) => name.replace(/\.dmn$/, ''));
    expect([...new Set(cases.map(([file]) => file))].sort()).toEqual(files.sort());
    for (const file of files) expect(await compileDmn(read(file)), file).toMatchObject({ ok: true, warnings: [] });
  });
});
