import { Cron } from 'croner';
import { FeelDate, FeelDateTime, FeelDuration } from 'feelin';
import { Temporal } from 'temporal-polyfill';
import { fail, ok, type Result } from '../failure.ts';

/** When a timer fires first, how often, and from what its further times come. */
export interface Schedule {
  /** Epoch milliseconds. */
  readonly dueMs: number;
  /** How often it fires in total; -1 without end. */
  readonly repetitions: number;
  /** ISO 8601 repetition or cron; null when it fires once. */
  readonly cycle: string | null;
}

export type TimerType = 'date' | 'duration' | 'cycle';

/** Far enough away to be a mistake, and near enough for every date library: the year 9999. */
const latestMs = 253_402_300_799_000;

/**
 * Turns the evaluated value of a timer (ISO 8601 text, cron text, or a FEEL date, date-time or duration) into its schedule. Local dates and
 * times are UTC. A date in the past is due at once. Sources: ISO 8601; BPMN 2.0.2 table 10.101.
 */
export const scheduleOf = (type: TimerType, value: unknown, nowMs: number): Result<Schedule, string> => {
  const timer = typeof value === 'string' ? value.trim() : feelText(value);
  if (timer === null || timer === '') {
    return fail(`Expected ${expected[type]}, found ${value === null || value === undefined ? 'null' : typeof value}.`);
  }
  const once = (dueMs: number | null): Result<Schedule, string> => {
    if (dueMs === null) return fail(`Expected ${expected[type]}, found '${timer}'.`);
    if (dueMs > latestMs) return fail(`Expected a time before the year 10000, found '${timer}'.`);
    return ok({ dueMs: Math.max(dueMs, 0), repetitions: 1, cycle: null });
  };
  switch (type) {
    case 'date':
      return once(instantMs(timer));
    case 'duration':
      return once(addDuration(timer, nowMs));
    case 'cycle':
      return cycleSchedule(timer, nowMs);
  }
};

const expected: Readonly<Record<TimerType, string>> = {
  date: 'an ISO 8601 date-time such as 2030-01-31T10:00:00Z',
  duration: 'an ISO 8601 duration such as PT15M',
  cycle: 'an ISO 8601 repetition such as R3/PT1H or a cron expression such as 0 0 9 * * MON-FRI',
};

/** The next time of a cycle after one at `lastDueMs`; times that were missed meanwhile are skipped. Null when it has none. */
export const nextTimerDue = (cycle: string, lastDueMs: number, nowMs: number): number | null => {
  const repetition = parseRepetition(cycle);
  if (!repetition) return cronNext(cycle, Math.max(lastDueMs, nowMs));
  let due = addDuration(repetition.duration, lastDueMs);
  if (due === null || due <= lastDueMs) return null;
  if (due <= nowMs) {
    // Whole intervals are skipped at once where they have a fixed length; calendar ones are walked, from close before now.
    const interval = due - lastDueMs;
    due = isFixedLength(repetition.duration)
      ? lastDueMs + (Math.floor((nowMs - lastDueMs) / interval) + 1) * interval
      : walk(repetition.duration, due, nowMs);
  }
  return due > latestMs ? null : due;
};

const walk = (duration: string, from: number, nowMs: number): number => {
  let due = from;
  for (let steps = 0; due <= nowMs && steps < 100_000; steps += 1) {
    const next = addDuration(duration, due);
    if (next === null || next <= due) return nowMs + 1;
    due = next;
  }
  return Math.max(due, nowMs + 1);
};

const cycleSchedule = (timer: string, nowMs: number): Result<Schedule, string> => {
  const repetition = parseRepetition(timer);
  if (!repetition) {
    const dueMs = cronNext(timer, nowMs);
    return dueMs === null
      ? fail(`Expected ${expected.cycle}, found '${timer}'.`)
      : ok({ dueMs, repetitions: -1, cycle: timer });
  }
  const dueMs = repetition.startMs ?? addDuration(repetition.duration, nowMs);
  const interval = addDuration(repetition.duration, 0);
  if (dueMs === null || interval === null || interval <= 0)
    return fail(`Expected ${expected.cycle}, found '${timer}'.`);
  if (repetition.times === 0) return fail(`Expected a cycle that fires at least once, found '${timer}'.`);
  return ok({ dueMs, repetitions: repetition.times, cycle: timer });
};

interface Repetition {
  /** -1 without end. */
  readonly times: number;
  readonly startMs: number | null;
  readonly duration: string;
}

/** `R5/PT1H`, `R/2030-01-01T00:00:00Z/P1D`; null when it is not an ISO repetition. */
const parseRepetition = (text: string): Repetition | null => {
  const match = /^R(-1|\d{0,9})\/(?:([^/]+)\/)?(P[^/]+)$/.exec(text);
  if (!match) return null;
  const [, times = '', start, duration = ''] = match;
  const startMs = start === undefined ? null : instantMs(start);
  if (start !== undefined && startMs === null) return null;
  return { times: times === '' || times === '-1' ? -1 : Number(times), startMs, duration };
};

const cronNext = (pattern: string, afterMs: number): number | null => {
  try {
    const from = Temporal.Instant.fromEpochMilliseconds(afterMs).toString();
    const next = new Cron(springMacro(pattern), { timezone: 'UTC' }).nextRun(from);
    return next === null ? null : next.getTime();
  } catch {
    return null;
  }
};

/** Spring's macros and its `0 0 9 * * ?` are what Camunda's cron accepts beyond the usual; the library knows most itself. */
const springMacro = (pattern: string): string => (pattern === '@midnight' ? '@daily' : pattern);

const isFixedLength = (duration: string): boolean => {
  const parsed = parseDuration(duration);
  return parsed !== null && parsed.years === 0 && parsed.months === 0;
};

const parseDuration = (text: string): Temporal.Duration | null => {
  try {
    return Temporal.Duration.from(text);
  } catch {
    return null;
  }
};

/** Adds an ISO duration in the calendar of UTC; null when it is none. */
export const addDuration = (text: string, fromMs: number): number | null => {
  const duration = parseDuration(text);
  if (!duration) return null;
  try {
    return Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO('UTC').add(duration).epochMilliseconds;
  } catch {
    return null;
  }
};

/** Epoch milliseconds of an ISO date or date-time, with offset, `Z`, `[Zone]`, FEEL's `@Zone`, or none (UTC). */
export const instantMs = (text: string): number | null => {
  const zoned = /^(.*)@([A-Za-z0-9_+\-/]+)$/.exec(text);
  const attempts: readonly (() => number)[] = zoned
    ? [() => Temporal.PlainDateTime.from(zoned[1]!).toZonedDateTime(zoned[2]!).epochMilliseconds]
    : [
        () => Temporal.Instant.from(text).epochMilliseconds,
        () => Temporal.ZonedDateTime.from(text).epochMilliseconds,
        () => Temporal.PlainDateTime.from(text).toZonedDateTime('UTC').epochMilliseconds,
      ];
  for (const attempt of attempts) {
    try {
      return attempt();
    } catch {
      // The next form may fit.
    }
  }
  return null;
};

/** The ISO text of a temporal FEEL value; null for anything else. */
const feelText = (value: unknown): string | null =>
  value instanceof FeelDateTime || value instanceof FeelDate || value instanceof FeelDuration ? String(value) : null;
