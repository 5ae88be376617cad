import { compileExpression, shorten, type Expression } from '../feel/expression.ts';
import { isFeelFunction } from '../feel/feel-function.ts';
import { EvaluationStopped } from '../feel/fuel.ts';
import { boundedJson, setOwn, toJson } from '../feel/to-json.ts';
import { fail, ok, type Result } from '../failure.ts';
import type { BasicType, DmnType } from './dmn-type.ts';
import { testAt, type Run, type Scope } from './run.ts';

/**
 * The value as one of this type, or the reason why it is none. Null is a value of every type. Converted, as DMN 1.5, 10.3.2.9.4 has it: one
 * item becomes a list of it and a list of one becomes its item; a date becomes a date and time. Text that stands where a date, time or duration
 * is declared is read as one, because variables are JSON. Where DMN would go on with null, we fail: nobody sees a null.
 */
export const fitType = (value: unknown, type: DmnType | null, what: string, scope: Scope): Result<unknown, string> => {
  if (type === null || value === null || value === undefined) return ok(value ?? null);
  if (typeof value !== 'object') return fit(value, type, what, scope);
  // A variable may be nested deeper than the stack of the machine, and an argument of a function too.
  try {
    boundedJson(scope.run.meter, value);
  } catch (error) {
    if (error instanceof EvaluationStopped)
      return fail(`Expected to check the type of ${what}, found ${error.message}.`);
    throw error;
  }
  return fit(value, type, what, scope);
};

/** The same for a part of a value whose size is known to be bounded. */
const fit = (value: unknown, type: DmnType, what: string, scope: Scope): Result<unknown, string> => {
  if (value === null || value === undefined) return ok(null);
  const fitted = type.isCollection ? fitAll(value, type, what, scope) : fitOne(value, type, what, scope);
  if (!fitted.ok || type.constraint === null) return fitted;
  return satisfies(fitted.value, type.constraint, what, scope);
};

const fitAll = (value: unknown, type: DmnType, what: string, scope: Scope): Result<unknown, string> => {
  const items: unknown[] = [];
  for (const each of Array.isArray(value) ? (value as unknown[]) : [value]) {
    const item = fitOne(each, type, `an item of ${what}`, scope);
    if (!item.ok) return item;
    items.push(item.value);
  }
  return ok(items);
};

const fitOne = (value: unknown, type: DmnType, what: string, scope: Scope): Result<unknown, string> => {
  if (value === null || value === undefined) return ok(null);
  const shaped = fitShape(value, type, what, scope);
  if (!shaped.ok || type.allowed === null) return shaped;
  return satisfies(shaped.value, type.allowed, what, scope);
};

const satisfies = (
  value: unknown,
  tests: NonNullable<DmnType['allowed']>,
  what: string,
  scope: Scope,
): Result<unknown, string> => {
  const result = testAt(scope, tests, value);
  if (!result.ok) return result;
  return result.value
    ? ok(value)
    : fail(
        `Expected ${what} to be one of ${shorten(tests.text)}, found ${shown(value)}. Correct the value or the list.`,
      );
};

const fitShape = (value: unknown, type: DmnType, what: string, scope: Scope): Result<unknown, string> => {
  const { shape } = type;
  switch (shape.kind) {
    case 'any':
      return ok(value);
    case 'alias':
      return fit(value, shape.of(), what, scope);
    case 'function':
      return isFeelFunction(value) ? ok(value) : misfit(value, type, what);
    case 'structure':
      return fitStructure(value, type, shape.components, what, scope);
    case 'basic': {
      const single: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
      const fitted = fitBasic(single, shape.basic, scope.run);
      return fitted === undefined ? misfit(value, type, what) : ok(fitted);
    }
  }
};

/** Every component that is there must fit; others may be missing, and entries that the type does not name stay. */
const fitStructure = (
  value: unknown,
  type: DmnType,
  components: readonly DmnType[],
  what: string,
  scope: Scope,
): Result<unknown, string> => {
  const single: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (!isContext(single)) return misfit(value, type, what);
  const result: Record<string, unknown> = {};
  for (const [name, entry] of Object.entries(single)) setOwn(result, name, entry);
  for (const component of components) {
    if (!Object.hasOwn(single, component.name)) continue;
    const fitted = fit(single[component.name], component, `'${component.name}' of ${what}`, scope);
    if (!fitted.ok) return fitted;
    setOwn(result, component.name, fitted.value);
  }
  return ok(result);
};

/** Temporal values and functions are objects too; what they become as JSON tells them from contexts. */
export const isContext = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || isFeelFunction(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || typeof toJson(value) === 'object';
};

/** The value as one of a built-in type; undefined when it does not fit. */
const fitBasic = (value: unknown, basic: BasicType, { nowMs, meter }: Run): unknown => {
  if (basic === 'string' || basic === 'boolean') return typeof value === basic ? value : undefined;
  if (basic === 'number') return typeof toJson(value) === 'number' ? value : undefined;
  const { test, read } = temporals[basic];
  const holds = (expression: Expression): unknown => {
    const result = expression.evaluate((name) => (name === 'v' ? value : undefined), nowMs, { meter });
    return result.ok ? result.value : null;
  };
  if (holds(test) === true) return value;
  const isReadable = typeof value === 'string' || (basic === 'date and time' && holds(temporals.date.test) === true);
  if (!isReadable) return undefined;
  return holds(read) ?? undefined;
};

const feel = (text: string): Expression => {
  const result = compileExpression(text, 'feel');
  if (!result.ok) throw new Error(result.error);
  return result.value;
};

const temporals = {
  date: { test: feel('v instance of date'), read: feel('date(v)') },
  time: { test: feel('v instance of time'), read: feel('time(v)') },
  'date and time': { test: feel('v instance of date and time'), read: feel('date and time(v)') },
  'days and time duration': {
    test: feel('v instance of days and time duration'),
    read: feel('if duration(v) instance of days and time duration then duration(v) else null'),
  },
  'years and months duration': {
    test: feel('v instance of years and months duration'),
    read: feel('if duration(v) instance of years and months duration then duration(v) else null'),
  },
} as const;

const misfit = (value: unknown, type: DmnType, what: string): Result<never, string> =>
  fail(
    `Expected ${what} to be of type '${type.name}', found ${shown(value)}. Correct the value, or the type in the model.`,
  );

const shown = (value: unknown): string =>
  isFeelFunction(value) ? 'a function' : shorten(JSON.stringify(toJson(value)) ?? 'null');
