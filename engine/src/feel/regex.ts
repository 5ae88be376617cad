import { MatcherInput, RE2JS, type Matcher } from 're2js';
import { spend, type Meter } from './fuel.ts';
import { feelLimits } from './limits.ts';
import { sizeOf } from './pattern-size.ts';
import { positionOf } from './values/find-text.ts';

/** A compiled pattern, and what reading one character costs with it. */
export interface Pattern {
  readonly compiled: RE2JS;
  readonly stepsPerCharacter: number;
}

/** The longest pattern that is accepted, in UTF-16 code units. */
const maxPattern = feelLimits.pattern.value;
/** How large a pattern may be when its repetitions are written out. */
const maxParts = feelLimits.parts.value;

/**
 * Patterns that were used last. Only a cache: the same text and flags give the same pattern for ever. Compiling takes some hundred times
 * as long as matching a short text.
 */
const cache = new Map<string, Pattern | string>();
const maxCached = 200;

/**
 * Compiles a regular expression of XPath and XQuery Functions 3.1 for an engine that needs linear time: no back references, no looking
 * around. `flags` are s (dot matches line ends), m (anchors match at lines), i (ignore case), x (white space in the pattern does not count).
 * The error says what is wrong with the pattern.
 */
export const compilePattern = (meter: Meter, pattern: string, flags: string): Pattern | string => {
  if (pattern.length > maxPattern) return `Expected a pattern of at most ${maxPattern} characters`;
  const key = `${flags}/${pattern}`;
  spend(meter, 5);
  payOnce(meter, key, pattern);
  const known = cache.get(key);
  if (known !== undefined) return known;
  const { parts } = sizeOf(pattern);
  if (parts > maxParts)
    return `Expected a pattern of at most ${maxParts} parts when its repetitions are written out, found ${parts}`;
  const made = compileFresh(pattern, flags);
  const [oldest] = cache.keys();
  if (cache.size >= maxCached && oldest !== undefined) cache.delete(oldest);
  cache.set(key, made);
  return made;
};

const compileFresh = (pattern: string, flags: string): Pattern | string => {
  if (!/^[smix]*$/.test(flags)) return `Expected the flags s, m, i and x, found '${flags}'`;
  try {
    const bits =
      (flags.includes('s') ? RE2JS.DOTALL : 0) |
      (flags.includes('m') ? RE2JS.MULTILINE : 0) |
      (flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0);
    const compiled = RE2JS.compile(flags.includes('x') ? withoutWhiteSpace(pattern) : pattern, bits);
    return { compiled, stepsPerCharacter: 1 + compiled.programSize() };
  } catch (error) {
    return `Expected a regular expression, found '${pattern.slice(0, 100)}': ${error instanceof Error ? error.message : String(error)}`;
  }
};

/**
 * Charges for compiling, once per evaluation. What the cache already holds is charged as well: whether an evaluation reaches its limit must not
 * depend on what ran before it. The prices are measured: about 1.4 µs a part and 0.3 ms a table.
 */
const payOnce = (meter: Meter, key: string, pattern: string): void => {
  meter.patterns ??= new Set();
  if (meter.patterns.has(key)) return;
  const { parts, tables } = sizeOf(pattern);
  spend(meter, 1_000 + pattern.length * 40 + Math.min(parts, maxParts) * 40 + tables * 1_500);
  meter.patterns.add(key);
};

/** Flag x: white space outside of character classes does not count. */
const withoutWhiteSpace = (pattern: string): string =>
  pattern.replace(/\\.|\[(?:\\.|[^\]\\])*\]|\s+/g, (part) => (part.trim() === '' ? '' : part));

/** A text as the matcher reads it; every character that is read is paid for, however often a search begins again. */
const metered = (meter: Meter, { stepsPerCharacter }: Pattern, text: string): string => {
  let prepaid = 0;
  const reader = {
    length: text.length,
    charCodeAt: (index: number): number => {
      prepaid -= 1;
      if (prepaid < 0) {
        prepaid = 64;
        spend(meter, stepsPerCharacter << 4);
      }
      return text.charCodeAt(index);
    },
    indexOf: (part: string, from: number): number => {
      const at = positionOf(text, part, from);
      spend(meter, ((at < 0 ? text.length : at) - from + 16) >> 4);
      return at;
    },
    substring: (from: number, to: number): string => text.substring(from, to),
    toString: (): string => text,
    // The library takes strings and what says that it is one.
    [Symbol.toStringTag]: 'String',
  };
  return reader as unknown as string;
};

/** Finds all matches of a pattern one by one. */
export const matcherOf = (meter: Meter, pattern: Pattern, text: string): Matcher => {
  spend(meter, 100);
  return pattern.compiled.matcher(MatcherInput.utf16(metered(meter, pattern, text)));
};

/** Whether a pattern is found somewhere in a text; cheaper than finding out where. */
export const isFound = (meter: Meter, pattern: Pattern, text: string): boolean => {
  spend(meter, 20);
  return pattern.compiled.test(metered(meter, pattern, text));
};
