import { spend, spendText } from '../fuel.ts';
import { nullBecause, type Run } from '../run.ts';
import { describe } from '../values/kind.ts';
import { define, type Builtin } from './define.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { positionOf } from '../values/find-text.ts';

/** Searching a text is work in its length. */
const search = (run: Run, text: string): void => spend(run.meter, text.length >> 4);

/** Writing a text anew, character by character. */
const changed = (run: Run, text: string): void => spend(run.meter, text.length >> 3);

const find = (run: Run, text: string, match: string): number => {
  spend(run.meter, (text.length >> 4) + (match.length >> 2));
  return positionOf(text, match);
};

/** How many characters (code points) a text has: those beyond the first plane take two code units. */
const lengthOf = (text: string): number => {
  let length = text.length;
  for (let index = 1; index < text.length; index += 1)
    if (isHigh(text.charCodeAt(index - 1)) && isLow(text.charCodeAt(index))) length -= 1;
  return length;
};

const isHigh = (code: number): boolean => code >= 0xd800 && code < 0xdc00;
const isLow = (code: number): boolean => code >= 0xdc00 && code < 0xe000;

/** Positions count characters (code points) from 1, or from the end when negative. */
const substring = (run: Run, text: string, start: number, length?: number | null): string | null => {
  spend(run.meter, text.length >> 1);
  const characters = Array.from(text);
  const position = Math.trunc(start);
  if (position === 0) return nullBecause(run, () => 'Positions in a text begin with 1');
  const from = position > 0 ? position - 1 : Math.max(0, characters.length + position);
  const count = length === undefined || length === null ? characters.length : Math.trunc(length);
  if (count < 1)
    return length === undefined ? '' : nullBecause(run, () => 'The length of a part of a text is at least 1');
  return characters.slice(from, from + count).join('');
};

const join = (
  run: Run,
  list: readonly unknown[],
  delimiter?: string | null,
  prefix?: string | null,
  suffix?: string | null,
): string | null => {
  spend(run.meter, list.length);
  const texts: string[] = [];
  let length = (prefix?.length ?? 0) + (suffix?.length ?? 0);
  for (const entry of list) {
    if (entry === null) continue;
    if (typeof entry !== 'string') return nullBecause(run, () => `Expected strings to join, found ${describe(entry)}`);
    length += entry.length + (delimiter?.length ?? 0);
    texts.push(entry);
  }
  spendText(run.meter, length);
  return `${prefix ?? ''}${texts.join(delimiter ?? '')}${suffix ?? ''}`;
};

/** Functions on strings. DMN 1.5, 10.3.4.3; prefix and suffix, `trim`, `is blank` and Base64 are Camunda's. */
export const stringFunctions: readonly Builtin[] = [
  define('substring', 'string: string, start position: number, length?: number?', substring),
  define('string length', 'string: string', (run, text: string) => {
    // Characters are counted, not code units.
    spend(run.meter, text.length >> 3);
    return lengthOf(text);
  }),
  define('upper case', 'string: string', (run, text: string) => (changed(run, text), text.toUpperCase())),
  define('lower case', 'string: string', (run, text: string) => (changed(run, text), text.toLowerCase())),
  define('substring before', 'string: string, match: string', (run, text: string, match: string) => {
    const at = find(run, text, match);
    return at < 0 ? '' : text.slice(0, at);
  }),
  define('substring after', 'string: string, match: string', (run, text: string, match: string) => {
    const at = find(run, text, match);
    return at < 0 ? '' : text.slice(at + match.length);
  }),
  define(
    'contains',
    'string: string, match: string',
    (run, text: string, match: string) => find(run, text, match) >= 0,
  ),
  define(
    'starts with',
    'string: string, match: string',
    (run, text: string, match: string) => (search(run, match), text.startsWith(match)),
  ),
  define(
    'ends with',
    'string: string, match: string',
    (run, text: string, match: string) => (search(run, match), text.endsWith(match)),
  ),
  define('string join', 'list: list, delimiter?: string?, prefix?: string?, suffix?: string?', join),
  define('trim', 'string: string', (run, text: string) => (search(run, text), text.trim())),
  define('is blank', 'string: string', (run, text: string) => (search(run, text), text.trim() === '')),
  define('to base64', 'value: string', (run, text: string) => {
    spendText(run.meter, text.length * 4);
    return toBase64(text);
  }),
  define('from base64', 'value: string', (run, text: string) => {
    spend(run.meter, text.length >> 1);
    return fromBase64(text) ?? nullBecause(run, () => `${describe(text)} is no Base64 of a UTF-8 text`);
  }),
];
