import type { StartTrigger } from './definition/process-definition.ts';
import { noGlobals } from './env.ts';
import { evaluateName } from './events/message.ts';
import { scheduleOf, type Schedule } from './events/timer-schedule.ts';
import { fail, ok, type Result } from './failure.ts';
import type { Variables } from './json.ts';
import { globalOf } from './variables.ts';

/** The message or signal name that starts the process; an error sentence when it cannot be evaluated without variables. Global values are known. */
export const startEventName = (
  trigger: StartTrigger,
  nowMs: number,
  globals: Variables = noGlobals,
): Result<string, string> => {
  const { event } = trigger;
  if (event.kind !== 'message' && event.kind !== 'signal')
    return fail(`Expected ${trigger.elementId} to have a message or signal.`);
  const name = evaluateName(
    event.kind === 'message' ? event.messageName : event.signalName,
    event.kind,
    (name) => globalOf(globals, name),
    nowMs,
  );
  return name.ok ? name : fail(name.error.message);
};

/** Whether the condition of a conditional start event holds for these variables. */
export const startConditionHolds = (
  trigger: StartTrigger,
  variables: Variables,
  nowMs: number,
  globals: Variables = noGlobals,
): boolean => {
  const { event } = trigger;
  if (event.kind !== 'conditional') return false;
  const result = event.condition.evaluate(
    (name) => globalOf(Object.prototype.hasOwnProperty.call(variables, name) ? variables : globals, name),
    nowMs,
  );
  return result.ok && result.value === true;
};

/** When a timer start event fires first, counted from the deployment. */
export const firstTimerDue = (
  trigger: StartTrigger,
  nowMs: number,
  globals: Variables = noGlobals,
): Result<Schedule, string> => {
  const { event } = trigger;
  if (event.kind !== 'timer') return fail(`Expected ${trigger.elementId} to have a timer.`);
  const value = event.value.evaluate((name) => globalOf(globals, name), nowMs);
  if (!value.ok) return fail(value.error.message);
  const schedule = scheduleOf(event.timerType, value.value, nowMs);
  return schedule.ok ? ok(schedule.value) : schedule;
};
