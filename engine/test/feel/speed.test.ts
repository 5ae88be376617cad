import { evaluate as evaluateInLibrary } from 'feelin';
import { expect, it } from 'vitest';
import { compileExpression } from '../../src/feel/expression.ts';
import type { Json } from '../../src/json.ts';
import { now } from './evaluate.ts';

const text = 'amount > 1000 and status = "open"';
const variables: Record<string, Json> = { amount: 2_000, status: 'open' };
for (let index = 0; index < 200; index += 1) variables[`variable${index}`] = index;

/** Nanoseconds of one call, the least of some rounds. */
const costOf = (rounds: number, calls: number, call: () => unknown): number => {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    for (let index = 0; index < calls; index += 1) call();
    least = Math.min(least, ((performance.now() - started) / calls) * 1e6);
  }
  return least;
};

it('should evaluate a condition at least twenty times as fast as the library, whatever stands around', () => {
  const expression = compileExpression(text, 'feel');
  if (!expression.ok) throw new Error(expression.error);
  const ours = costOf(5, 20_000, () => expression.value.evaluate((name) => variables[name], now));
  const library = costOf(5, 50, () => evaluateInLibrary(text, variables));
  expect(library / ours).toBeGreaterThan(20);
});
