import { spend } from '../fuel.ts';
import { nullBecause, type Run } from '../run.ts';
import { add, divide, multiply, subtract } from '../values/decimal.ts';
import { describe, isDuration } from '../values/kind.ts';
import { plus } from '../compile/arithmetic.ts';
import { define, type Builtin } from './define.ts';

type List = readonly unknown[];

/** A list may be passed as one argument or as many. */
const membersOf = (run: Run, args: List): List => {
  const [first] = args;
  const list: List = args.length === 1 && Array.isArray(first) ? first : args;
  // Sums of decimals cost more than walking.
  spend(run.meter, list.length * 2);
  return list;
};

/** The numbers of a list; null when there is something else in it. */
const numbersOf = (run: Run, args: List): readonly number[] | null => {
  const numbers: number[] = [];
  for (const entry of membersOf(run, args)) {
    if (typeof entry !== 'number') return nullBecause(run, () => `Expected numbers, found ${describe(entry)}`);
    numbers.push(entry);
  }
  return numbers;
};

/** Defines a function of at least `least` numbers that costs `steps` for each of them. */
const ofNumbers = (
  name: string,
  least: number,
  steps: number,
  make: (numbers: readonly number[]) => unknown,
): Builtin =>
  define(name, '...list: any', (run, ...args: List) => {
    const numbers = numbersOf(run, args);
    if (numbers === null) return null;
    if (numbers.length < least) return nullBecause(run, () => `${name}() expects at least ${least} numbers`);
    spend(run.meter, numbers.length * steps);
    const result = make(numbers);
    return typeof result === 'number' && !Number.isFinite(result) ? null : result;
  });

const sumOf = (numbers: readonly number[]): number => numbers.reduce(add, 0);

const mean = (numbers: readonly number[]): number => divide(sumOf(numbers), numbers.length);

const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : divide(add(sorted[middle - 1] ?? 0, upper), 2);
};

/** The standard deviation of a sample. */
const stddev = (numbers: readonly number[]): number => {
  const average = mean(numbers);
  const squares = numbers.map((number) => subtract(number, average) ** 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / (numbers.length - 1));
};

/** The most frequent numbers in ascending order. */
const mode = (numbers: readonly number[]): number[] => {
  const counts = new Map<number, number>();
  let most = 0;
  for (const number of numbers) {
    const count = (counts.get(number) ?? 0) + 1;
    counts.set(number, count);
    most = Math.max(most, count);
  }
  return [...counts]
    .filter(([, count]) => count === most)
    .map(([number]) => number)
    .toSorted((a, b) => a - b);
};

/** Numbers, or durations of one kind. */
const sum = (run: Run, ...args: List): unknown => {
  const list = membersOf(run, args);
  if (list.length > 0 && list.every(isDuration))
    return list.slice(1).reduce<unknown>((a, b) => plus(run, a, b), list[0]);
  const numbers = numbersOf(run, list);
  if (numbers === null) return null;
  spend(run.meter, numbers.length);
  return numbers.length === 0 ? nullBecause(run, () => 'The sum of an empty list is null') : sumOf(numbers);
};

/** Functions on lists of numbers. DMN 1.5, 10.3.4.4. */
export const numericListFunctions: readonly Builtin[] = [
  define('sum', '...list: any', sum),
  ofNumbers('product', 1, 2, (numbers) => numbers.reduce(multiply, 1)),
  ofNumbers('mean', 1, 2, mean),
  ofNumbers('median', 1, 5, median),
  ofNumbers('stddev', 2, 4, stddev),
  ofNumbers('mode', 0, 12, mode),
];
