import type { FeelFunction } from 'feelin';
import { spend } from '../fuel.ts';
import { nullBecause, type Run } from '../run.ts';

/** A function value that a built-in calls; null when it does not take so many arguments. */
export const asFunction = (
  run: Run,
  value: FeelFunction,
  parameters: number,
): ((...args: readonly unknown[]) => unknown) | null => {
  if (value.parameterNames.length !== parameters)
    return nullBecause(
      run,
      () => `Expected a function of ${parameters} parameters, found ${value.parameterNames.length}`,
    );
  return (...args) => {
    spend(run.meter, 4);
    return (value.fn(...args) as unknown) ?? null;
  };
};
