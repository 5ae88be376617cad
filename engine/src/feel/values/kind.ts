import { FeelDate, FeelDateTime, FeelDuration, FeelFunction, FeelRange, FeelTime } from 'feelin';

/** The kinds of FEEL values; `other` is what no expression can make. DMN 1.5, 10.3.2.3. */
export type Kind =
  | 'null'
  | 'boolean'
  | 'number'
  | 'string'
  | 'list'
  | 'context'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration'
  | 'range'
  | 'function'
  | 'other';

export type Context = Readonly<Record<string, unknown>>;

/** The kind of a value. */
export const kindOf = (value: unknown): Kind => {
  switch (typeof value) {
    case 'number':
      return 'number';
    case 'string':
      return 'string';
    case 'boolean':
      return 'boolean';
    case 'undefined':
      return 'null';
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return 'list';
      return isContext(value) ? 'context' : kindOfInstance(value);
    default:
      return 'other';
  }
};

/** Whether a value is a context: a plain object, never one with behavior of its own. */
export const isContext = (value: unknown): value is Context => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const kindOfInstance = (value: object): Kind => {
  if (value instanceof FeelDateTime) return 'date and time';
  if (value instanceof FeelDate) return 'date';
  if (value instanceof FeelTime) return 'time';
  if (value instanceof FeelDuration) return value.yearsMonths ? 'years and months duration' : 'days and time duration';
  if (value instanceof FeelRange) return 'range';
  return value instanceof FeelFunction ? 'function' : 'other';
};

export type Duration = FeelDuration;
export type Instant = FeelDate | FeelTime | FeelDateTime;

export const isDuration = (value: unknown): value is FeelDuration => value instanceof FeelDuration;
export const isInstant = (value: unknown): value is Instant =>
  value instanceof FeelDate || value instanceof FeelTime || value instanceof FeelDateTime;
export const isRange = (value: unknown): value is FeelRange => value instanceof FeelRange;

/** A short description of a value for messages: never longer than a line. */
export const describe = (value: unknown): string => {
  const kind = kindOf(value);
  if (kind === 'null') return 'null';
  if (kind === 'string') return `'${String(value).slice(0, 60)}'`;
  if (kind === 'number' || kind === 'boolean') return String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return `a ${kind}`;
};
