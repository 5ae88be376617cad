import { describe, expect, it } from 'vitest';
import { fileOfRows, rowsOfFile, type SheetFormat } from './sheet-files';
import { guessedSheet, identifierOf, ordered, rowsOfSheet, sheetOfRows, withQuotes } from './sheet-rows';
import type { TableSheet } from './table-sheet';

const dishes: TableSheet = {
  hitPolicy: 'COLLECT SUM',
  columns: [
    { kind: 'input', label: 'Season', expression: 'season', type: 'string' },
    { kind: 'input', label: '', expression: 'guests.count', type: 'number' },
    { kind: 'output', label: 'Price', expression: 'price', type: 'number' },
    { kind: 'annotation', label: 'Annotation', expression: '', type: '' },
  ],
  rules: [
    ['"Winter", "Fall"', '<= 8', '-12.5', 'Said by "the cook",\nof course'],
    ['-', '[9..20]', '=1+1', ''],
    ['not("Summer")', '', '20', '@home'],
  ],
};

const written = async (format: SheetFormat): Promise<File> =>
  new File([await fileOfRows(rowsOfSheet(dishes), format)], `dishes.${format}`);

describe('a decision table as a spreadsheet', () => {
  it.each(['csv', 'xlsx'] as const)('should come back from %s as it was', async (format) => {
    expect(sheetOfRows(await rowsOfFile(await written(format)))).toEqual(dishes);
  });

  it('should hold no cell of a CSV file that a spreadsheet takes for a formula', async () => {
    const text = await (await written('csv')).text();
    expect(text).toContain("'=1+1");
    expect(text).toContain("'@home");
    expect(text).toContain(',-12.5,');
    expect(text).not.toMatch(/(^|,)[=+@]/m);
  });

  it('should be read after somebody moved columns and added rows', () => {
    const rows = [
      ['hit policy: first', 'Output', '', 'INPUT'],
      ['Label', 'Dish', 'for us only', ''],
      ['Expression', 'dish', '', 'season'],
      ['Type', 'string', '', 'string'],
      ['1', '"Stew"', 'x', '"Winter"'],
      ['', ' ', '', ''],
      ['', '"Salad"', '', '"Summer"'],
    ];
    expect(sheetOfRows(rows)).toEqual({
      hitPolicy: 'FIRST',
      columns: [
        { kind: 'input', label: '', expression: 'season', type: 'string' },
        { kind: 'output', label: 'Dish', expression: 'dish', type: 'string' },
      ],
      rules: [
        ['"Winter"', '"Stew"'],
        ['"Summer"', '"Salad"'],
      ],
    });
  });

  it('should be null where it is somebody else’s sheet', () => {
    expect(sheetOfRows([['Season', 'Dish']])).toBeNull();
    expect(sheetOfRows([['Hit policy: FIRST']])).toBeNull();
    expect(sheetOfRows([])).toBeNull();
  });
});

describe('a sheet that knows nothing of decision tables', () => {
  it('should be guessed: known columns as the table has them, the last one as output, notes as annotation', () => {
    const guess = guessedSheet(
      [
        ['Season', 'Guest count', 'Vegetarian', 'Dish', 'Notes'],
        ['Winter', '8', 'true', 'Stew', ''],
        ['Summer, Spring', '> 8', 'FALSE', 'Salad', 'light'],
        ['', '', '', '', ''],
      ],
      { ...dishes, rules: [] },
    );
    expect(guess.columns).toEqual([
      { kind: 'input', label: 'Season', expression: 'season', type: 'string' },
      { kind: 'input', label: 'Guest count', expression: 'guestCount', type: 'number' },
      { kind: 'input', label: 'Vegetarian', expression: 'vegetarian', type: 'boolean' },
      { kind: 'output', label: 'Dish', expression: 'dish', type: 'string' },
      { kind: 'annotation', label: 'Notes', expression: '', type: '' },
    ]);
    expect(guess.rules).toHaveLength(2);
    expect(withQuotes(guess).rules).toEqual([
      ['"Winter"', '8', 'true', '"Stew"', ''],
      ['"Summer", "Spring"', '> 8', 'FALSE', '"Salad"', 'light'],
    ]);
  });

  it('should keep what is FEEL already when quotes are put around words', () => {
    const rules = [['not("a")'], ['-'], ['"a", "b"'], ['null'], ['he said "no"']];
    const columns = [{ kind: 'output', label: '', expression: 'x', type: 'string' }] as const;
    expect(withQuotes({ hitPolicy: null, columns, rules }).rules).toEqual([
      ['not("a")'],
      ['-'],
      ['"a", "b"'],
      ['null'],
      ['"he said \\"no\\""'],
    ]);
  });

  it('should have its columns in the order of a decision table', () => {
    const [season, guests, price, note] = dishes.columns;
    const mixed = { hitPolicy: null, columns: [note, price, season, guests], rules: [['n', 'p', 's', 'g']] };
    expect(ordered(mixed as TableSheet)).toEqual({
      hitPolicy: null,
      columns: dishes.columns,
      rules: [['s', 'g', 'p', 'n']],
    });
  });

  it.each([
    ['Guest count', 'guestCount'],
    ['Größe (m²)', 'großeM²'],
    ['2nd', 'c2nd'],
    ['', ''],
  ])('should name the variable of %j', (heading, name) => {
    expect(identifierOf(heading)).toBe(name);
  });

  it('should refuse what is no spreadsheet, and what is too large', async () => {
    await expect(rowsOfFile(new File(['\0\0\0'], 'picture.csv'))).rejects.toThrow('Expected a CSV or XLSX file');
    await expect(rowsOfFile(new File([new Uint8Array(10_000_001)], 'large.csv'))).rejects.toThrow('at most 10 MB');
  });

  it('should be read whatever separates its cells', async () => {
    expect(await rowsOfFile(new File(['a;b\r\n"1;2";3\r\n\r\n'], 'a.csv'))).toEqual([
      ['a', 'b'],
      ['1;2', '3'],
    ]);
    expect(await rowsOfFile(new File(['\uFEFFa\tb\n1\t2'], 'a.txt'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });
});
