import { describe, expect, it } from 'vitest';
import { isPlainText, variablesOfRows } from './variable-rows';

describe('variablesOfRows', () => {
  it('should read names and JSON values', () => {
    const { variables, problems } = variablesOfRows([
      { id: 1, name: ' amount ', text: '12.5' },
      { id: 2, name: 'who', text: '"Ann"' },
      { id: 3, name: '', text: ' ' },
    ]);
    expect(variables).toEqual({ amount: 12.5, who: 'Ann' });
    expect(problems).toEqual({});
  });

  it('should name the row of a mistake', () => {
    const { problems } = variablesOfRows([
      { id: 1, name: 'a', text: '1' },
      { id: 2, name: 'a', text: '2' },
      { id: 3, name: '', text: '3' },
      { id: 4, name: 'b', text: 'hello' },
    ]);
    expect(Object.keys(problems)).toEqual(['2', '3', '4']);
    expect(problems[2]).toContain('another variable with the name a');
  });

  it('should take __proto__ as a name like any other', () => {
    const { variables } = variablesOfRows([{ id: 1, name: '__proto__', text: '1' }]);
    expect(Object.keys(variables)).toEqual(['__proto__']);
  });
});

describe('isPlainText', () => {
  it('should tell text without quotes from broken JSON', () => {
    expect(isPlainText('hello there')).toBe(true);
    expect(isPlainText('{"a":')).toBe(false);
    expect(isPlainText('12')).toBe(false);
  });
});
