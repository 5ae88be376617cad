import { expect, it } from 'vitest';
import { csvLine } from './csv-line.ts';

it('should quote what would break a line, and nothing else', () => {
  expect(csvLine(['plain', 7, null, 'a,b', 'say "hi"', 'two\nlines'])).toBe(
    'plain,7,,"a,b","say ""hi""","two\nlines"\r\n',
  );
});

it('should hand a spreadsheet nothing to calculate', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://evil.example","x")'])
    expect(csvLine([text])).toMatch(/^"?'/);
  expect(csvLine(['a=1', -5])).toBe('a=1,-5\r\n');
});
