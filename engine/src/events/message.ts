import { fail, ok, type Result } from '../failure.ts';
import { shorten, type Expression, type Lookup } from '../feel/expression.ts';
import { toJson } from '../feel/to-json.ts';
import { emit, type Step } from '../step.ts';
import type { Open } from '../waits.ts';
import type { MessageEvent } from './event-definition.ts';

/** Evaluates name and correlation key of a message catch. */
export const subscribeMessage = (step: Step, event: MessageEvent, lookup: Lookup): Result<Open> => {
  const messageName = evaluateName(event.messageName, 'message', lookup, step.nowMs);
  if (!messageName.ok) return messageName;
  const correlationKey = evaluateCorrelationKey(event.correlationKey, lookup, step.nowMs);
  if (!correlationKey.ok) return correlationKey;
  return ok((to, elementInstanceKey, targetId) =>
    emit(to, {
      type: 'message-subscription-opened',
      key: to.nextKey(),
      elementInstanceKey,
      targetId,
      messageName: messageName.value,
      correlationKey: correlationKey.value,
    }),
  );
};

/** A message or signal name: text that is not empty. */
export const evaluateName = (expression: Expression, what: string, lookup: Lookup, nowMs: number): Result<string> => {
  const result = expression.evaluate(lookup, nowMs);
  if (!result.ok) return result;
  if (typeof result.value === 'string' && result.value !== '') return ok(result.value);
  return fail({
    type: 'EXTRACT_VALUE_ERROR',
    message: `Expected the ${what} name '${shorten(expression.text)}' to be text, found ${JSON.stringify(toJson(result.value))}. Set the variables that it reads.`,
  });
};

/** A correlation key: text, or a number as text. None is the empty key. */
export const evaluateCorrelationKey = (
  expression: Expression | null,
  lookup: Lookup,
  nowMs: number,
): Result<string> => {
  if (!expression) return ok('');
  const result = expression.evaluate(lookup, nowMs);
  if (!result.ok) return result;
  const value = toJson(result.value);
  if (typeof value === 'string') return ok(value);
  if (typeof value === 'number') return ok(String(value));
  return fail({
    type: 'EXTRACT_VALUE_ERROR',
    message: `Expected the correlation key '${shorten(expression.text)}' to be text or a number, found ${JSON.stringify(value)}. Set the variables that it reads.`,
  });
};
