import { describe, expect, it } from 'vitest';
import { checkFormData } from './form-rules.ts';

const check = (components: readonly object[], data: object, context: object = {}) =>
  checkFormData(
    JSON.stringify({ type: 'default', components }),
    data as Record<string, unknown>,
    context as Record<string, unknown>,
    0,
  ).map(({ field, label, message }) => `${field} (${label}): ${message}`);

describe('the rules of a form', () => {
  it.each([
    ['textfield', { required: true }, undefined, 'Expected a value, found none.'],
    ['textfield', { required: true }, '', 'Expected a value, found none.'],
    ['checkbox', { required: true }, false, 'Expected a value, found none.'],
    ['taglist', { required: true }, [], 'Expected a value, found none.'],
    ['filepicker', { required: true }, null, 'Expected a value, found none.'],
    ['textfield', { minLength: 3 }, 'ab', 'Expected at least 3 characters, found 2.'],
    ['textarea', { maxLength: 3 }, 'abcd', 'Expected at most 3 characters, found 4.'],
    ['textfield', { pattern: '^[A-Z]+$' }, 'abc', 'Expected a text that matches ^[A-Z]+$.'],
    ['textfield', { pattern: '^x', patternErrorMessage: 'Begin with x.' }, 'abc', 'Begin with x.'],
    ['textfield', { validationType: 'email' }, 'nobody', 'Expected an e-mail address.'],
    ['textfield', {}, { a: 1 }, 'Expected text.'],
    ['number', { min: 1 }, 0, 'Expected 1 or more, found 0.'],
    ['number', { max: '=limit' }, 11, 'Expected 10 or less, found 11.'],
    ['number', {}, 'many', 'Expected a number.'],
  ])('should be told of a %s with %j that is given %j', (type, validate, value, message) => {
    expect(check([{ type, key: 'f', label: 'Field', validate }], { f: value }, { limit: 10 })).toEqual([
      `f (Field): ${message}`,
    ]);
  });

  it.each([
    ['textfield', { minLength: 3, pattern: '^\\d+$' }, ''],
    ['textfield', { pattern: '(?=x)y' }, 'a pattern that only browsers know'],
    ['number', { min: 1, max: 3 }, 2],
    ['number', { min: '=unknown' }, 2],
    ['textfield', { validationType: 'email' }, 'eva@example.com'],
    ['datetime', { required: true }, '2030-01-01'],
  ])('should let a %s with %j be %j', (type, validate, value) => {
    expect(check([{ type, key: 'f', validate }], { f: value })).toEqual([]);
  });

  it('should know the options that the form lists', () => {
    const values = [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ];
    const refused = 'f (f): Expected one of the values that the form offers, found another.';
    expect(check([{ type: 'radio', key: 'f', values }], { f: 'c' })).toEqual([refused]);
    expect(check([{ type: 'checklist', key: 'f', values }], { f: ['a', 'c'] })).toEqual([refused]);
    expect(check([{ type: 'checklist', key: 'f', values }], { f: ['a', 'b'] })).toEqual([]);
    expect(check([{ type: 'select', key: 'f', valuesKey: 'offered' }], { f: 'c' })).toEqual([]);
  });

  it('should leave out fields that are hidden, disabled or only read', () => {
    const field = { type: 'textfield', key: 'f', validate: { required: true } };
    const hiddenBy = (hide: string, data: object, context?: object) =>
      check([{ ...field, conditional: { hide } }], data, context);
    expect(hiddenBy('=not(urgent)', { urgent: false })).toEqual([]);
    expect(hiddenBy('=not(urgent)', { urgent: true })).toHaveLength(1);
    expect(hiddenBy('=amount < 100', {}, { amount: 50 })).toEqual([]);
    expect(hiddenBy('=unknown < 100', {})).toEqual([]);
    expect(
      check(
        [
          { ...field, disabled: true },
          { ...field, readonly: true },
        ],
        {},
      ),
    ).toEqual([]);
    expect(check([{ type: 'group', components: [field], conditional: { hide: '=true' } }], {})).toEqual([]);
  });

  it('should look into groups, paths and lists', () => {
    const field = { type: 'textfield', key: 'name', label: 'Name', validate: { required: true } };
    expect(
      check(
        [
          { type: 'group', path: 'person', components: [field] },
          { type: 'dynamiclist', path: 'lines', components: [field] },
          { ...field, key: 'a.b' },
        ],
        { person: {}, lines: [{ name: 'x' }, {}], a: { b: 'y' } },
      ),
    ).toEqual([
      'person.name (Name): Expected a value, found none.',
      'lines.1.name (Name): Expected a value, found none.',
    ]);
  });

  it('should say nothing of a schema that cannot be read', () => {
    expect(checkFormData('{', {}, {}, 0)).toEqual([]);
    expect(checkFormData('{"components":[1,null,{"key":7}]}', {}, {}, 0)).toEqual([]);
  });
});
