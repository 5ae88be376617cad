import { fail, ok, type Result } from './failure.ts';
import { shorten, type Expression, type FeelLookup } from './feel/expression.ts';
import { toJson } from './feel/to-json.ts';

/** A condition must be true or false; anything else is a mistake in the model or its data. `what` names it, such as `loop condition`. */
export const evaluateBoolean = (
  condition: Expression,
  what: string,
  lookup: FeelLookup,
  nowMs: number,
  where = '',
): Result<boolean> => {
  const result = condition.evaluate(lookup, nowMs);
  if (!result.ok) return result;
  if (typeof result.value === 'boolean') return ok(result.value);
  const found = shorten(JSON.stringify(toJson(result.value)));
  return fail({
    type: 'EXTRACT_VALUE_ERROR',
    message: `Expected the ${what} '${shorten(condition.text)}'${where && ` ${where}`} to be true or false, found ${found}. Set the variables that it reads, then resolve the incident.`,
  });
};
