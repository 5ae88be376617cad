import { isFunction, isRange } from 'feelin';
import type { Json } from '../json.ts';

/**
 * Turns a FEEL value into what a variable can hold: temporal values become their ISO 8601 text, numbers that JSON lacks, ranges and functions
 * become null.
 */
export const toJson = (value: unknown): Json => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(toJson);
  if (isFunction(value) || isRange(value) || typeof value === 'function') return null;
  if (typeof value === 'object') {
    if (isTemporal(value)) return value.iso;
    const result: Record<string, Json> = {};
    for (const [name, entry] of Object.entries(value)) setOwn(result, name, toJson(entry));
    return result;
  }
  return null;
};

/** Temporal values of the FEEL library carry their canonical ISO text. */
const isTemporal = (value: object): value is { readonly iso: string } =>
  'iso' in value && typeof value.iso === 'string' && Object.getPrototypeOf(value) !== Object.prototype;

/** Sets a property that may have any name: `__proto__` is a name like any other. */
export const setOwn = <V>(target: Record<string, V>, name: string, value: V): void => {
  if (name === '__proto__')
    Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true });
  else target[name] = value;
};
