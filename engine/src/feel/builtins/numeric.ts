import { nullBecause, type Run } from '../run.ts';
import { divide, multiply, subtract } from '../values/decimal.ts';
import { isDuration, type Duration } from '../values/kind.ts';
import { durationOf, lengthOf } from '../values/temporal.ts';
import { define, type Builtin } from './define.ts';

/** Rounds at a number of digits after the point (before it when negative), exactly on the decimal digits. */
const rounded = (run: Run, value: number, scale: number, round: (scaled: number) => number): number | null => {
  if (!Number.isInteger(scale) || scale < -6111 || scale > 6176)
    return nullBecause(run, () => `Expected a whole number from -6111 to 6176 as scale, found ${scale}`);
  if (Number.isInteger(value) && scale >= 0) return value;
  if (scale > 300) return value;
  if (scale < -308) return 0;
  const unit = 10 ** Math.abs(scale);
  const scaled = scale < 0 ? divide(value, unit) : multiply(value, unit);
  if (!Number.isFinite(scaled) || (scale >= 0 && Math.abs(scaled) >= Number.MAX_SAFE_INTEGER)) return value;
  const whole = round(scaled);
  return (scale < 0 ? multiply(whole, unit) : divide(whole, unit)) + 0;
};

const halfEven = (value: number): number => {
  const floor = Math.floor(value);
  const rest = subtract(value, floor);
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
};

const awayFromZero = (value: number): number => (value < 0 ? Math.floor(value) : Math.ceil(value));
const halfUp = (value: number): number => (value < 0 ? -Math.round(-value) : Math.round(value));
const halfDown = (value: number): number =>
  value < 0 ? -Math.ceil(subtract(-value, 0.5)) : Math.ceil(subtract(value, 0.5));

const rounding = (name: string, round: (value: number) => number): Builtin =>
  define(name, 'n: number, scale: number', (run, n: number, scale: number) => rounded(run, n, scale, round));

/** With the scale that the standard added later; without it to a whole number. */
const roundingToWhole = (name: string, round: (value: number) => number): Builtin =>
  define(name, 'n: number, scale?: number', (run, n: number, scale?: number) => rounded(run, n, scale ?? 0, round));

/** The remainder has the sign of the divisor: `dividend - divisor * floor(dividend / divisor)`. */
const modulo = (run: Run, dividend: number, divisor: number): number | null =>
  divisor === 0
    ? nullBecause(run, () => 'Division by zero')
    : subtract(dividend, multiply(divisor, Math.floor(divide(dividend, divisor)))) + 0;

const finite = (run: Run, value: number): number | null =>
  Number.isFinite(value) ? value : nullBecause(run, () => 'The result is not a finite number');

/** Functions on numbers. DMN 1.5, 10.3.4.5. */
export const numericFunctions: readonly Builtin[] = [
  rounding('decimal', halfEven),
  roundingToWhole('floor', Math.floor),
  roundingToWhole('ceiling', Math.ceil),
  roundingToWhole('round up', awayFromZero),
  rounding('round down', Math.trunc),
  rounding('round half up', halfUp),
  rounding('round half down', halfDown),
  define('abs', 'n: number/duration | number: number/duration', (_run, n: number | Duration) => {
    if (!isDuration(n)) return Math.abs(n);
    const length = lengthOf(n);
    return durationOf(length < 0n ? -length : length, n.yearsMonths);
  }),
  define('modulo', 'dividend: number, divisor: number', modulo),
  define('sqrt', 'number: number', (run, n: number) => finite(run, Math.sqrt(n))),
  define('log', 'number: number', (run, n: number) => finite(run, Math.log(n))),
  define('exp', 'number: number', (run, n: number) => finite(run, Math.exp(n))),
  define('odd', 'number: number', (_run, n: number) => Math.abs(n) % 2 === 1),
  define('even', 'number: number', (_run, n: number) => Math.abs(n) % 2 === 0),
];
