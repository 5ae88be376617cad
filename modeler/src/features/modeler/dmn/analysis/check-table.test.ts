import { describe, expect, it } from 'vitest';
import { checkTable, type Table } from './check-table';

const table = (
  rows: readonly (readonly string[])[],
  more: Partial<Table> & { readonly allowed?: string } = {},
): Table => ({
  hitPolicy: more.hitPolicy ?? 'UNIQUE',
  inputs: (rows[0] ?? []).slice(0, -1).map((_cell, index) => ({ label: `i${index}`, allowed: more.allowed ?? '' })),
  rules: rows.map((row, index) => ({
    id: `r${index + 1}`,
    inputs: row.slice(0, -1).map((text, column) => ({ id: `c${index + 1}.${column + 1}`, text })),
    outputs: row.slice(-1),
  })),
});

describe('the check of a decision table', () => {
  it('should find the values between intervals, to the end point', () => {
    const { gaps, overlaps, unknown } = checkTable(
      table([
        ['< 10', 'a'],
        ['(10..20]', 'b'],
        ['> 25', 'c'],
      ]),
    );
    expect(gaps).toEqual([['10, (20..25]']]);
    expect([overlaps, unknown]).toEqual([[], []]);
  });

  it('should find rules that match the same, with what they both match', () => {
    const rows = [
      ['<= 10', '"a"', '1'],
      ['>= 10', '-', '2'],
      ['< 10', 'not("a")', '3'],
    ] as const;
    expect(checkTable(table(rows))).toMatchObject({
      gaps: [],
      overlaps: [{ ruleIds: ['r1', 'r2'], rules: [1, 2], values: ['10', '"a"'] }],
    });
    for (const hitPolicy of ['FIRST', 'COLLECT', 'RULE ORDER'])
      expect(checkTable(table(rows, { hitPolicy })).overlaps).toEqual([]);
  });

  it('should mind overlaps of the policy any only where the outputs differ', () => {
    const any = { hitPolicy: 'ANY' };
    expect(
      checkTable(
        table(
          [
            ['< 5', '"x"'],
            ['< 9', '"x" '],
          ],
          any,
        ),
      ).overlaps,
    ).toEqual([]);
    expect(
      checkTable(
        table(
          [
            ['< 5', '"x"'],
            ['< 9', '"y"'],
          ],
          any,
        ),
      ).overlaps,
    ).toHaveLength(1);
  });

  it('should know truth values, dates and the values that an input may have', () => {
    expect(checkTable(table([['true', '1']])).gaps).toEqual([['false']]);
    expect(
      checkTable(
        table([
          ['"a", "b"', '1'],
          ['"c"', '2'],
        ]),
      ).gaps,
    ).toEqual([['not("a", "b", "c")']]);
    expect(checkTable(table([['"a", "b"', '1']], { allowed: '"a","b","c"' })).gaps).toEqual([['"c"']]);
    expect(
      checkTable(
        table([
          ['< date("2030-01-01")', '1'],
          ['> @"2030-01-01"', '2'],
        ]),
      ).gaps,
    ).toEqual([['@"2030-01-01"']]);
    expect(checkTable(table([['', '1']]))).toMatchObject({ gaps: [], unknown: [] });
  });

  it.each(['contains(?, "x")', 'amount', '< limit', '[1..n]', '1, f(2)', '< 1 2', 'not 1', '"a', '?', '[1..2', '1 +'])(
    'should say that it cannot tell what a cell with %s matches',
    (cell) => {
      const { unknown, overlaps } = checkTable(
        table([
          ['<= 5', 'a'],
          [cell, 'b'],
        ]),
      );
      expect(unknown).toEqual([{ cellId: 'c2.1', ruleId: 'r2', rule: 2 }]);
      expect(overlaps).toEqual([]);
    },
  );

  it('should not mix kinds of values, nor order texts', () => {
    expect(
      checkTable(
        table([
          ['"a"', '1'],
          ['5', '2'],
        ]),
      ).unknown.map(({ rule }) => rule),
    ).toEqual([1, 2]);
    expect(
      checkTable(
        table([
          ['"a"', '1'],
          ['< "b"', '2'],
        ]),
      ).unknown,
    ).toMatchObject([{ rule: 2 }]);
  });

  it('should agree with trying every value', () => {
    let seed = 7;
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const tests = ['-', '< 2', '<= 3', '> 1', '>= 4', '2', '[1..3]', '(1..3)', ']2..4]', '1, 4', 'not(2)', '!= 3'];
    const matches = (test: string, value: number): boolean => {
      const parts: Readonly<Record<string, boolean>> = {
        '-': true,
        '< 2': value < 2,
        '<= 3': value <= 3,
        '> 1': value > 1,
        '>= 4': value >= 4,
        '2': value === 2,
        '[1..3]': value >= 1 && value <= 3,
        '(1..3)': value > 1 && value < 3,
        ']2..4]': value > 2 && value <= 4,
        '1, 4': value === 1 || value === 4,
        'not(2)': value !== 2,
        '!= 3': value !== 3,
      };
      return parts[test] ?? false;
    };
    const values = [0, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5];
    for (let round = 0; round < 200; round += 1) {
      const rows = Array.from({ length: 1 + random(4) }, () => [tests[random(12)] ?? '', tests[random(12)] ?? '', 'x']);
      const { gaps, overlaps } = checkTable(table(rows));
      const covered = (x: number, y: number) =>
        rows.filter(([a = '', b = '']) => matches(a, x) && matches(b, y)).length;
      const points = values.flatMap((x) => values.map((y) => [x, y] as const));
      expect(gaps.length > 0, JSON.stringify(rows)).toBe(points.some(([x, y]) => covered(x, y) === 0));
      expect(overlaps.length > 0, JSON.stringify(rows)).toBe(points.some(([x, y]) => covered(x, y) > 1));
    }
  });

  it('should stop where a table is cut into too many pieces', () => {
    const wide = Array.from({ length: 30 }, (_row, index) => [
      ...Array.from({ length: 12 }, (_cell, column) => `not(${(index * 7 + column) % 30})`),
      'x',
    ]);
    const before = performance.now();
    expect(checkTable(table(wide, { hitPolicy: 'FIRST' })).hasMoreGaps).toBeTypeOf('boolean');
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
