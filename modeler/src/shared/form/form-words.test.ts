import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formWords } from './form-words';

const viewer = readFileSync(
  join(import.meta.dirname, '..', '..', '..', 'node_modules', '@bpmn-io', 'form-js-viewer', 'dist', 'index.es.js'),
  'utf8',
);
const rules = readFileSync(
  join(import.meta.dirname, '..', '..', '..', '..', 'server', 'src', 'runtime', 'form-rules.ts'),
  'utf8',
);

/** What a message looks like once its values are in it. */
const filled = (message: string): string => message.replace(/\$\{[^}]*\}/g, '5');

/** Told to who made the form, not to who fills it in. */
const ofTheSchema = /validation value is not a valid number/;

describe('formWords', () => {
  it('should know every rule that form-js tells of, after an upgrade as well', () => {
    const messages = [...viewer.matchAll(/errors\.push\(.*?['`]((?:Field|Value|Please)[^'`]*\.)['`]/g)].flatMap(
      ([, message = '']) => (ofTheSchema.test(message) ? [] : [filled(message)]),
    );
    expect(messages.length).toBeGreaterThan(8);
    expect(messages.filter((message) => formWords(message) === message)).toEqual([]);
  });

  it('should know every rule that the server tells of', () => {
    const messages = [...rules.matchAll(/['`](Expected [^'`]*\.)['`]/g)].map(([, message = '']) => filled(message));
    expect(messages.length).toBeGreaterThan(8);
    expect(messages.filter((message) => formWords(message) === message)).toEqual([]);
  });

  it('should keep values, and leave alone what the form says itself', () => {
    expect(formWords('Field must have minimum value of 12.5.')).toBe('This has to be 12.5 or more.');
    expect(formWords('Expected at most 2 decimal places, found 3.')).toBe('This may have 2 decimal places.');
    expect(formWords('mm/dd/yyyy')).toBe('mm/dd/yyyy');
    expect(formWords('Only whole days, please.')).toBe('Only whole days, please.');
  });
});
