import { EvaluationStopped } from '../fuel.ts';
import { nullBecause } from '../run.ts';
import { equals } from '../values/compare.ts';
import { describe, isInstant, kindOf } from '../values/kind.ts';
import { define, type Builtin } from './define.ts';

const zoneOf = (value: unknown): unknown => (isInstant(value) && 'zone' in value ? value.zone : null);

/** Functions on values of any type. `not` and `is` are DMN's, the others Camunda's. */
export const valueFunctions: readonly Builtin[] = [
  define('not', 'negand: any', (run, value: unknown) =>
    typeof value === 'boolean' ? !value : nullBecause(run, () => `Expected true or false, found ${describe(value)}`),
  ),
  // Unlike `=`, which compares points in time, `is` tells values apart that are written in different zones.
  define(
    'is',
    'value1: any, value2: any',
    (run, a: unknown, b: unknown) => kindOf(a) === kindOf(b) && zoneOf(a) === zoneOf(b) && equals(run, a, b) === true,
  ),
  define('is defined', 'value: any', (_run, value: unknown) => value !== null),
  define('get or else', 'value: any, default: any', (_run, value: unknown, otherwise: unknown) => value ?? otherwise),
  define(
    'assert',
    'value: any, condition: any, cause?: string?',
    (_run, value: unknown, condition, cause?: string | null) => {
      if (condition === true) return value;
      throw new EvaluationStopped(cause ?? `an assertion that does not hold for ${describe(value)}`);
    },
  ),
  // Tags a value for connectors that read the model; the value itself passes through.
  define(
    'fromAi',
    'value: any, description?: string?, type?: string?, schema?: context?, options?: context? | value: any, type: string? | value: any, schema: context? | value: any, options: context? | value: any, type: string?, options: context? | value: any, type: string?, schema: context? | value: any, description: string?, schema: context? | value: any, description: string?, options: context?',
    (_run, value: unknown) => value,
  ),
];
