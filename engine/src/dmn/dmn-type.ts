import type { UnaryTests } from '../feel/unary-tests.ts';

/** The types that FEEL has built in, as far as values are checked against them (DMN 1.5, 7.3 and 10.3.2). */
export type BasicType =
  | 'number'
  | 'string'
  | 'boolean'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration';

/** A type of the model. Types may contain themselves, so inner ones are found when they are needed. */
export interface DmnType {
  readonly name: string;
  readonly isCollection: boolean;
  readonly shape: Shape;
  /** What each value (each item of a collection) must satisfy. */
  readonly allowed: UnaryTests | null;
  /** What the value as a whole must satisfy (DMN 1.5). */
  readonly constraint: UnaryTests | null;
}

export type Shape =
  | { readonly kind: 'any' }
  | { readonly kind: 'function' }
  | { readonly kind: 'basic'; readonly basic: BasicType }
  | { readonly kind: 'alias'; readonly of: () => DmnType }
  | { readonly kind: 'structure'; readonly components: readonly DmnType[] };

const plain = (name: string, shape: Shape): DmnType => ({
  name,
  isCollection: false,
  shape,
  allowed: null,
  constraint: null,
});

export const anyType: DmnType = plain('Any', { kind: 'any' });

/** Built-in types by the names that versions and modelers use for them. */
const names: Readonly<Record<string, BasicType | 'any'>> = {
  any: 'any',
  context: 'any',
  number: 'number',
  integer: 'number',
  long: 'number',
  double: 'number',
  string: 'string',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  datetime: 'date and time',
  'date and time': 'date and time',
  daytimeduration: 'days and time duration',
  'days and time duration': 'days and time duration',
  yearmonthduration: 'years and months duration',
  'years and months duration': 'years and months duration',
};

/** A built-in type by its name; null when it is none. */
export const builtInType = (name: string): DmnType | null => {
  const key = name.replace(/^feel[:.]/i, '').toLowerCase();
  const found = Object.hasOwn(names, key) ? names[key] : undefined;
  if (found === undefined) return null;
  return found === 'any' ? anyType : plain(name, { kind: 'basic', basic: found });
};
