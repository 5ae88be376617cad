import type { Limits } from './env.ts';
import type { Json } from './json.ts';

/** A sentence when the variable would be too large to keep; null when it is fine. What is small is told so without a full look. */
export const whyTooLarge = (name: string, value: Json, limits: Limits): string | null => {
  const left = spend(value, limits.variableLength);
  return left >= 0
    ? null
    : `Expected variable '${name}' to be at most ${limits.variableLength} characters of JSON, found more. Keep large data outside and refer to it.`;
};

/** What is left of the budget after this value as JSON text; below zero as soon as it is used up. */
const spend = (value: Json, budget: number): number => {
  if (typeof value === 'string') return budget - value.length - 2;
  if (typeof value !== 'object' || value === null) return budget - 5;
  let left = budget - 2;
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) {
      left = spend(item, left - 1);
      if (left < 0) return left;
    }
    return left;
  }
  for (const [name, entry] of Object.entries(value)) {
    left = spend(entry, left - name.length - 4);
    if (left < 0) return left;
  }
  return left;
};
