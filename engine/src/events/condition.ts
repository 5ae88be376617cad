import { ok, type Result } from '../failure.ts';
import type { Lookup } from '../feel/expression.ts';
import { emit, type Step } from '../step.ts';
import type { Open } from '../waits.ts';
import type { ConditionalEvent } from './event-definition.ts';

/**
 * Waits for a condition. It begins as false, so that one which holds already happens right after everything was opened (as the first look
 * at it finds that it became true).
 */
export const subscribeCondition = (eventIndex: number): Result<Open> =>
  ok((to, elementInstanceKey, targetId) =>
    emit(to, {
      type: 'condition-subscription-opened',
      key: to.nextKey(),
      elementInstanceKey,
      targetId,
      eventIndex,
      holds: false,
    }),
  );

/** Whether the condition holds. What is neither true nor false does not: data that it reads may be missing yet. */
export const conditionHolds = (step: Step, event: ConditionalEvent, lookup: Lookup): boolean => {
  const result = event.condition.evaluate(lookup, step.nowMs);
  return result.ok && result.value === true;
};
