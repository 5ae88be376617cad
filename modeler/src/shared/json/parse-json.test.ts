import { describe, expect, it } from 'vitest';
import { parseJson, parseJsonObject, prettyJson } from './parse-json';

describe('parseJson', () => {
  it('should read any JSON value', () => {
    expect(parseJson('"a"')).toEqual({ ok: true, value: 'a' });
    expect(parseJson(' [1, null] ')).toEqual({ ok: true, value: [1, null] });
  });

  it('should name the line and column of a mistake', () => {
    const parsed = parseJson('{\n  "a": 1,\n  b: 2\n}');
    expect(parsed).toMatchObject({ ok: false, message: expect.stringContaining('line 3, column 3') as string });
  });

  it('should say so when the text ends too early', () => {
    expect(parseJson('{"a": ')).toMatchObject({
      ok: false,
      message: expect.stringContaining('the end of the text') as string,
    });
  });

  it('should ask for a value when there is none', () => {
    expect(parseJson('  ')).toMatchObject({ ok: false, offset: 0 });
  });
});

describe('parseJsonObject', () => {
  it('should take an empty text as no variables', () => {
    expect(parseJsonObject('')).toEqual({ ok: true, value: {} });
  });

  it('should refuse a value that is no object', () => {
    expect(parseJsonObject('[1]')).toMatchObject({ ok: false });
    expect(parseJsonObject('null')).toMatchObject({ ok: false });
  });
});

describe('prettyJson', () => {
  it('should indent JSON and leave other text alone', () => {
    expect(prettyJson('{"a":1}')).toBe('{\n  "a": 1\n}');
    expect(prettyJson('{"a":')).toBe('{"a":');
  });
});
