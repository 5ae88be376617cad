import type { StartTrigger } from './definition/process-definition.ts';
import { evaluateName } from './events/message.ts';
import { scheduleOf, type Schedule } from './events/timer-schedule.ts';
import { fail, ok, type Result } from './failure.ts';
import type { Variables } from './json.ts';

/** Start events of a process know no variables. */
const noVariables = (): undefined => undefined;

/** The message or signal name that starts the process; an error sentence when it cannot be evaluated without variables. */
export const startEventName = (trigger: StartTrigger, nowMs: number): Result<string, string> => {
  const { event } = trigger;
  if (event.kind !== 'message' && event.kind !== 'signal')
    return fail(`Expected ${trigger.elementId} to have a message or signal.`);
  const name = evaluateName(
    event.kind === 'message' ? event.messageName : event.signalName,
    event.kind,
    noVariables,
    nowMs,
  );
  return name.ok ? name : fail(name.error.message);
};

/** Whether the condition of a conditional start event holds for these variables. */
export const startConditionHolds = (trigger: StartTrigger, variables: Variables, nowMs: number): boolean => {
  const { event } = trigger;
  if (event.kind !== 'conditional') return false;
  const result = event.condition.evaluate(
    (name) => (Object.prototype.hasOwnProperty.call(variables, name) ? variables[name] : undefined),
    nowMs,
  );
  return result.ok && result.value === true;
};

/** When a timer start event fires first, counted from the deployment. */
export const firstTimerDue = (trigger: StartTrigger, nowMs: number): Result<Schedule, string> => {
  const { event } = trigger;
  if (event.kind !== 'timer') return fail(`Expected ${trigger.elementId} to have a timer.`);
  const value = event.value.evaluate(noVariables, nowMs);
  if (!value.ok) return fail(value.error.message);
  const schedule = scheduleOf(event.timerType, value.value, nowMs);
  return schedule.ok ? ok(schedule.value) : schedule;
};
