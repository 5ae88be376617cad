import { fail, ok, type Result } from '../failure.ts';
import type { Lookup } from '../feel/expression.ts';
import { shorten } from '../feel/expression.ts';
import type { ElementInstance, TimerWait } from '../state.ts';
import { emit, type Step } from '../step.ts';
import type { Open } from '../waits.ts';
import type { TimerEvent } from './event-definition.ts';
import { nextTimerDue, scheduleOf } from './timer-schedule.ts';

/** Evaluates a timer now; it is scheduled when everything else could be evaluated too. */
export const subscribeTimer = (step: Step, event: TimerEvent, lookup: Lookup): Result<Open> => {
  const value = event.value.evaluate(lookup, step.nowMs);
  if (!value.ok) return value;
  const schedule = scheduleOf(event.timerType, value.value, step.nowMs);
  if (!schedule.ok) {
    const { text } = event.value;
    return fail({ type: 'EXTRACT_VALUE_ERROR', message: `${schedule.error} The timer is '${shorten(text)}'.` });
  }
  return ok((to, elementInstanceKey, targetId) =>
    emit(to, { type: 'timer-scheduled', key: to.nextKey(), elementInstanceKey, targetId, ...schedule.value }),
  );
};

/** The timer has fired. It goes on when it is a cycle with repetitions left and what it interrupts lives on; missed times are skipped. */
export const fireTimer = (step: Step, instance: ElementInstance, timer: TimerWait, goesOn: boolean): void => {
  const repetitions = timer.repetitions < 0 ? -1 : timer.repetitions - 1;
  const nextDueMs =
    goesOn && timer.cycle !== null && repetitions !== 0 ? nextTimerDue(timer.cycle, timer.dueMs, step.nowMs) : null;
  emit(step, {
    type: 'timer-fired',
    key: timer.key,
    elementInstanceKey: instance.key,
    targetId: timer.targetId,
    repetitions: nextDueMs === null ? 0 : repetitions,
    nextDueMs,
  });
};
