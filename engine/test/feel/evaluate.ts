import { compileExpression, evaluateJson } from '../../src/feel/expression.ts';
import type { Json } from '../../src/json.ts';

/** 2026-01-01T00:00:00Z. */
export const now = 1_767_225_600_000;

/** The JSON result of an expression, or the message of its failure after `! `. */
export const evaluate = (text: string, variables: Readonly<Record<string, Json>> = {}, warnings?: string[]): Json => {
  const expression = compileExpression(text, 'feel');
  if (!expression.ok) return `! ${expression.error}`;
  const lookup = (name: string): Json | undefined => (Object.hasOwn(variables, name) ? variables[name] : undefined);
  const result = evaluateJson(expression.value, lookup, now, warnings ? { warnings } : undefined);
  return result.ok ? result.value : `! ${result.error.message}`;
};

/** The cases of a table: an expression and the JSON of its result. */
export type Case = readonly [expression: string, expected: Json];
