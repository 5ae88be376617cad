import { spend, spendText } from '../fuel.ts';
import { nullBecause, type Evaluate, type Run } from '../run.ts';
import { add, divide, multiply, power, scaleOf, scaled, subtract } from '../values/decimal.ts';
import { describe, isDuration, isInstant, type Duration } from '../values/kind.ts';
import { addDuration, between, durationOf, lengthOf, temporalSteps } from '../values/temporal.ts';
import { child, NotExecutable, type CompileNode } from './compiler.ts';

type Operation = (run: Run, a: unknown, b: unknown) => unknown;

/** `a + b`, `-a`, and so on. DMN 1.5, tables 57 to 61. */
export const arithmetic: CompileNode = (compiler, node, levels) => {
  if (node.children.length === 2) {
    const value = compiler.compile(child(node, 1), levels);
    return (run, scope) => negate(run, value(run, scope));
  }
  const a = compiler.compile(child(node, 0), levels);
  const b = compiler.compile(child(node, 2), levels);
  return binary(child(node, 1).text, a, b);
};

const binary = (operator: string, a: Evaluate, b: Evaluate): Evaluate => {
  switch (operator) {
    case '+':
      return (run, scope) => {
        const left = a(run, scope);
        const right = b(run, scope);
        return typeof left === 'number' && typeof right === 'number'
          ? finite(run, add(left, right))
          : plus(run, left, right);
      };
    case '-':
      return numbers(a, b, subtract, minus);
    case '*':
      return numbers(a, b, multiply, times);
    case '/':
      return (run, scope) => dividedBy(run, a(run, scope), b(run, scope));
    case '**':
    case '^':
      return (run, scope) => {
        // Decimals are multiplied exactly, again and again.
        spend(run.meter, 16);
        return raise(run, a(run, scope), b(run, scope));
      };
    default:
      throw new NotExecutable(`Expected one of + - * / **, found '${operator}'.`);
  }
};

const numbers =
  (a: Evaluate, b: Evaluate, onNumbers: (a: number, b: number) => number, others: Operation): Evaluate =>
  (run, scope) => {
    const left = a(run, scope);
    const right = b(run, scope);
    return typeof left === 'number' && typeof right === 'number'
      ? finite(run, onNumbers(left, right))
      : others(run, left, right);
  };

/** Numbers end at 1.8 · 10^308: what is beyond, or undefined, is null. */
export const finite = (run: Run, value: number): number | null =>
  Number.isFinite(value) ? value : nullBecause(run, () => 'The result is not a finite number');

const noOperation = (run: Run, verb: string, a: unknown, b: unknown): null =>
  nullBecause(run, () => `Cannot ${verb} ${describe(a)} and ${describe(b)}`);

/** What concerns more than one number, or temporal values, costs more. */
const charge = (run: Run): void => spend(run.meter, temporalSteps);

export const plus: Operation = (run, a, b) => {
  if (typeof a === 'number' && typeof b === 'number') return finite(run, add(a, b));
  if (typeof a === 'string' && typeof b === 'string') {
    spendText(run.meter, a.length + b.length);
    return a + b;
  }
  charge(run);
  if (isDuration(a) && isDuration(b) && a.yearsMonths === b.yearsMonths)
    return result(run, durationOf(lengthOf(a) + lengthOf(b), a.yearsMonths));
  if (isInstant(a) && isDuration(b)) return result(run, addDuration(a, b, 1));
  if (isDuration(a) && isInstant(b)) return result(run, addDuration(b, a, 1));
  return noOperation(run, 'add', a, b);
};

const raise: Operation = (run, a, b) =>
  typeof a === 'number' && typeof b === 'number' ? finite(run, power(a, b)) : noOperation(run, 'raise', a, b);

const minus: Operation = (run, a, b) => {
  charge(run);
  if (isDuration(a) && isDuration(b) && a.yearsMonths === b.yearsMonths)
    return result(run, durationOf(lengthOf(a) - lengthOf(b), a.yearsMonths));
  if (isInstant(a) && isDuration(b)) return result(run, addDuration(a, b, -1));
  if (isInstant(a) && isInstant(b)) return result(run, between(a, b));
  return noOperation(run, 'subtract', a, b);
};

const times: Operation = (run, a, b) => {
  charge(run);
  if (isDuration(a) && typeof b === 'number') return stretched(run, a, b, false);
  if (typeof a === 'number' && isDuration(b)) return stretched(run, b, a, false);
  return noOperation(run, 'multiply', a, b);
};

const dividedBy: Operation = (run, a, b) => {
  if (b === 0) return nullBecause(run, () => 'Division by zero');
  if (typeof a === 'number' && typeof b === 'number') return finite(run, divide(a, b));
  charge(run);
  if (isDuration(a) && typeof b === 'number') return stretched(run, a, b, true);
  if (isDuration(a) && isDuration(b) && a.yearsMonths === b.yearsMonths) {
    const divisor = Number(lengthOf(b));
    return divisor === 0 ? nullBecause(run, () => 'Division by zero') : divide(Number(lengthOf(a)), divisor);
  }
  return noOperation(run, 'divide', a, b);
};

/** A duration times or divided by a number, exactly, towards zero. */
const stretched = (run: Run, duration: Duration, by: number, divided: boolean): Duration | null => {
  charge(run);
  const scale = scaleOf(by);
  const factor = BigInt(scale === undefined ? Math.trunc(by) : scaled(by, scale));
  const unit = BigInt(scale ?? 1);
  const length = lengthOf(duration);
  if (divided && factor === 0n) return nullBecause(run, () => 'Division by zero');
  return result(run, durationOf(divided ? (length * unit) / factor : (length * factor) / unit, duration.yearsMonths));
};

const negate = (run: Run, value: unknown): unknown => {
  if (typeof value === 'number') return 0 - value;
  if (!isDuration(value)) return nullBecause(run, () => `Cannot negate ${describe(value)}`);
  charge(run);
  return result(run, durationOf(-lengthOf(value), value.yearsMonths));
};

const result = <T>(run: Run, value: T | null): T | null =>
  value ?? nullBecause(run, () => 'The result is beyond the calendar, or its operands do not fit each other');
