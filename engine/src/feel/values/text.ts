import { enter, leave, spend, spendText } from '../fuel.ts';
import type { Run } from '../run.ts';
import { numberText } from './decimal.ts';
import { isContext, isDuration, isInstant, isRange } from './kind.ts';

/** The text of a value as `string(from)` gives it: strings inside of lists and contexts stand in quotes. */
export const textOf = (run: Run, value: unknown): string => {
  const pieces: string[] = [];
  append(run, value, false, pieces);
  return pieces.join('');
};

/** What one level of nested values takes from the budget of nested operations. */
const levelDepth = 2;

const append = (run: Run, value: unknown, quoted: boolean, pieces: string[]): void => {
  spend(run.meter, 6);
  enter(run.meter, levelDepth);
  if (typeof value === 'string') {
    spendText(run.meter, value.length);
    if (quoted) spend(run.meter, value.length);
    pieces.push(quoted ? `"${escaped(value)}"` : value);
  } else if (typeof value === 'number') pieces.push(numberText(value));
  else if (typeof value === 'boolean') pieces.push(String(value));
  else if (Array.isArray(value)) appendAll(run, value, pieces);
  else if (isInstant(value) || isDuration(value)) pieces.push(value.iso);
  else if (isRange(value)) appendRange(run, value, pieces);
  else if (isContext(value)) appendContext(run, value, pieces);
  else pieces.push(typeof value === 'object' && value !== null ? 'function' : 'null');
  leave(run.meter, levelDepth);
};

/** Splitting is several times as fast as replacing when there is much to escape. */
const escaped = (text: string): string => text.split('\\').join('\\\\').split('"').join('\\"');

const appendAll = (run: Run, list: readonly unknown[], pieces: string[]): void => {
  pieces.push('[');
  for (const [index, entry] of list.entries()) {
    if (index > 0) pieces.push(', ');
    append(run, entry, true, pieces);
  }
  pieces.push(']');
};

const appendContext = (run: Run, context: Readonly<Record<string, unknown>>, pieces: string[]): void => {
  const entries = Object.entries(context);
  spend(run.meter, entries.length * 16);
  pieces.push('{');
  for (const [index, [name, entry]] of entries.entries()) {
    if (index > 0) pieces.push(', ');
    append(run, name, /\W/.test(name), pieces);
    pieces.push(': ');
    append(run, entry, true, pieces);
  }
  pieces.push('}');
};

const appendRange = (
  run: Run,
  range: { start: unknown; end: unknown; 'start included': boolean; 'end included': boolean },
  pieces: string[],
): void => {
  pieces.push(range['start included'] ? '[' : '(');
  append(run, range.start, true, pieces);
  pieces.push('..');
  append(run, range.end, true, pieces);
  pieces.push(range['end included'] ? ']' : ')');
};
