import type { Matcher } from 're2js';
import { spend, spendText } from '../fuel.ts';
import { compilePattern, isFound, matcherOf, type Pattern } from '../regex.ts';
import { nullBecause, type Run } from '../run.ts';
import { positionOf } from '../values/find-text.ts';
import { define, type Builtin } from './define.ts';

/** What starting one more search costs, beside the characters that it reads. */
const findSteps = 30;

/** A pattern, or null for one that cannot be used. */
const patternOf = (run: Run, pattern: string, flags: string): Pattern | null => {
  const compiled = compilePattern(run.meter, pattern, flags);
  return typeof compiled === 'string' ? nullBecause(run, () => compiled) : compiled;
};

const matcher = (run: Run, text: string, pattern: string, flags: string): Matcher | null => {
  const compiled = patternOf(run, pattern, flags);
  return compiled && matcherOf(run.meter, compiled, text);
};

/** `$1` stands for a group, `$0` for the whole match, `\$` and `\\` for themselves. */
const expand = (replacement: string, found: Matcher): string =>
  replacement.replace(/\\([$\\])|\$(\d+)/g, (_all, literal: string | undefined, digits: string | undefined = '') => {
    if (literal !== undefined) return literal;
    // As many digits as there are groups for; the others are text.
    let length = digits.length;
    while (length > 1 && Number(digits.slice(0, length)) > found.groupCount()) length -= 1;
    const group = Number(digits.slice(0, length));
    return (group > found.groupCount() ? '' : (found.group(group) ?? '')) + digits.slice(length);
  });

/** From here on the length of what is being built is checked with each piece. */
const maxAdded = 900_000;

const replace = (
  run: Run,
  text: string,
  pattern: string,
  replacement: string,
  flags?: string | null,
): string | null => {
  const found = matcher(run, text, pattern, flags ?? '');
  if (found === null) return null;
  const pieces: string[] = [];
  let added = 0;
  let end = 0;
  while (found.find()) {
    const piece = expand(replacement, found);
    spend(run.meter, findSteps + (replacement.length >> 2));
    added += piece.length;
    spendText(run.meter, added > maxAdded ? added : piece.length);
    pieces.push(text.slice(end, found.start()), piece);
    end = found.end();
  }
  pieces.push(text.slice(end));
  return pieces.join('');
};

const split = (run: Run, text: string, delimiter: string): string[] | null => {
  if (!/[$()*+.?[\\\]^{|}]/.test(delimiter)) return splitAtText(run, text, delimiter);
  const found = matcher(run, text, delimiter, '');
  if (found === null) return null;
  const pieces: string[] = [];
  let end = 0;
  while (found.find()) {
    spend(run.meter, findSteps);
    const start = found.start();
    const isEmpty = start === found.end();
    if (isEmpty && (start === 0 || start === text.length)) continue;
    pieces.push(text.slice(end, start));
    end = found.end();
  }
  pieces.push(text.slice(end));
  return pieces;
};

/** A delimiter without signs of a pattern needs no automaton. */
const splitAtText = (run: Run, text: string, delimiter: string): string[] => {
  spend(run.meter, (text.length + delimiter.length) >> 4);
  const pieces = delimiter === '' ? Array.from(text) : piecesOf(text, delimiter);
  spend(run.meter, pieces.length * 2);
  return pieces.length === 0 ? [''] : pieces;
};

const piecesOf = (text: string, delimiter: string): string[] => {
  const pieces: string[] = [];
  let end = 0;
  for (let at = positionOf(text, delimiter); at >= 0; at = positionOf(text, delimiter, end)) {
    pieces.push(text.slice(end, at));
    end = at + delimiter.length;
  }
  pieces.push(text.slice(end));
  return pieces;
};

const extract = (run: Run, text: string, pattern: string): string[] | null => {
  const found = matcher(run, text, pattern, '');
  if (found === null) return null;
  const matches: string[] = [];
  while (found.find()) {
    spend(run.meter, findSteps);
    matches.push(found.group() ?? '');
  }
  return matches;
};

/** Functions on regular expressions, which take linear time. DMN 1.5, 10.3.4.3; `extract` is Camunda's. */
export const regexFunctions: readonly Builtin[] = [
  define(
    'matches',
    'input: string, pattern: string, flags?: string?',
    (run, text: string, pattern: string, flags?: string | null) => {
      const compiled = patternOf(run, pattern, flags ?? '');
      return compiled && isFound(run.meter, compiled, text);
    },
  ),
  define('replace', 'input: string, pattern: string, replacement: string, flags?: string?', replace),
  define('split', 'string: string, delimiter: string', split),
  define('extract', 'string: string, pattern: string', extract),
];
