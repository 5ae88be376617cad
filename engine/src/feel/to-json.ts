import { isFunction, isRange } from 'feelin';
import type { Json } from '../json.ts';
import { EvaluationStopped, spend, type Meter } from './fuel.ts';
import { isDuration, isInstant } from './values/kind.ts';
import { isoText } from './values/temporal.ts';

/**
 * Turns a FEEL value into what a variable can hold: temporal values become their ISO 8601 text, numbers that JSON lacks, ranges and functions
 * become null. A zero has no sign: FEEL's numbers are decimals, and JSON does not write it.
 */
export const toJson = (value: unknown): Json => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object' || isFunction(value) || isRange(value)) return null;
  if (isInstant(value) || isDuration(value)) return isoText(value);
  const result: Record<string, Json> = {};
  for (const [name, entry] of Object.entries(value)) setOwn(result, name, toJson(entry));
  return result;
};

/** Sets a property that may have any name: `__proto__` is a name like any other. */
export const setOwn = <V>(target: Record<string, V>, name: string, value: V): void => {
  if (name === '__proto__')
    Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true });
  else target[name] = value;
};

/** How deeply the lists and contexts of a value may nest. */
const maxNesting = 500;

/**
 * Ends the evaluation (EvaluationStopped) when a value is too large or too deep to be written out. Its parts may be shared, so that few of them make a text without end:
 * each is counted as often as it would be written.
 */
export const boundedJson = (meter: Meter, value: unknown): void => {
  const visit = (part: unknown, nesting: number): void => {
    if (typeof part === 'string') spend(meter, part.length >> 4);
    if (typeof part !== 'object' || part === null) return;
    if (nesting > maxNesting)
      throw new EvaluationStopped(`a value that is nested deeper than the limit of ${maxNesting} levels`);
    const parts: readonly unknown[] = Array.isArray(part) ? part : Object.values(part);
    spend(meter, parts.length + 1);
    for (const inner of parts) visit(inner, nesting + 1);
  };
  visit(value, 0);
};
