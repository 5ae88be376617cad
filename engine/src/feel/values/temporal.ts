import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin';
import { Temporal } from 'temporal-polyfill';
import type { Instant } from './kind.ts';

/** What one temporal operation costs in steps, measured: some hundred times a comparison of numbers. */
export const temporalSteps = 150;

/** The calendar has ends: what lies beyond is null instead of an exception of the temporal library. */
export const attempt = <T>(make: () => T): T | null => {
  try {
    return make();
  } catch {
    return null;
  }
};

/** A point on the time line, or on the line of local times, in nanoseconds; `zoned` tells which. */
export const pointOf = (value: Instant): { readonly at: bigint; readonly zoned: boolean } => {
  if (value instanceof FeelDate) return { at: wallClock(value.unwrap().toPlainDateTime()), zoned: false };
  const clock =
    value instanceof FeelTime ? new Temporal.PlainDate(1970, 1, 1).toPlainDateTime(value.unwrap()) : value.unwrap();
  if (value.zone === null) return { at: wallClock(clock), zoned: false };
  const offset = fixedOffset(value.zone);
  if (offset !== undefined) return { at: wallClock(clock) - offset, zoned: true };
  return { at: clock.toZonedDateTime(value.zone).epochNanoseconds, zoned: true };
};

const wallClock = (value: Temporal.PlainDateTime): bigint => value.toZonedDateTime('UTC').epochNanoseconds;

/** The offset of a zone that has always the same, in nanoseconds. */
const fixedOffset = (zone: string): bigint | undefined => {
  if (zone === 'UTC') return 0n;
  const match = /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(zone);
  if (!match) return undefined;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
  return BigInt(match[1] === '-' ? -seconds : seconds) * 1_000_000_000n;
};

/** The length of a duration: months, or nanoseconds. */
export const lengthOf = (duration: FeelDuration): bigint => {
  const value = duration.unwrap();
  if (duration.yearsMonths) return BigInt(value.years) * 12n + BigInt(value.months);
  const hours = BigInt(value.weeks) * 168n + BigInt(value.days) * 24n + BigInt(value.hours);
  const seconds = (hours * 60n + BigInt(value.minutes)) * 60n + BigInt(value.seconds);
  const micros = (seconds * 1000n + BigInt(value.milliseconds)) * 1000n + BigInt(value.microseconds);
  return micros * 1000n + BigInt(value.nanoseconds);
};

/** A duration of a length in months or nanoseconds; null beyond what the calendar holds. */
export const durationOf = (length: bigint, yearsMonths: boolean): FeelDuration | null =>
  attempt(() => {
    if (yearsMonths) return new FeelDuration(Temporal.Duration.from({ months: Number(length) }), true);
    const fields = {
      days: Number(length / 86_400_000_000_000n),
      seconds: Number((length / 1_000_000_000n) % 86_400n),
      nanoseconds: Number(length % 1_000_000_000n),
    };
    return new FeelDuration(Temporal.Duration.from(fields), false);
  });

/** Adds a duration to a date, time, or date and time. A date stays a date, a time goes around midnight. DMN 1.5, table 57. */
export const addDuration = (instant: Instant, duration: FeelDuration, sign: 1 | -1): Instant | null =>
  attempt(() => {
    const value = sign < 0 ? duration.unwrap().negated() : duration.unwrap();
    if (instant instanceof FeelDate) return new FeelDate(instant.unwrap().toPlainDateTime().add(value).toPlainDate());
    if (instant instanceof FeelTime)
      return duration.yearsMonths ? null : new FeelTime(instant.unwrap().add(value), instant.zone);
    if (instant.zone === null || fixedOffset(instant.zone) !== undefined)
      return new FeelDateTime(instant.unwrap().add(value), instant.zone);
    // In a named zone a day may have 23 or 25 hours.
    return new FeelDateTime(instant.unwrap().toZonedDateTime(instant.zone).add(value).toPlainDateTime(), instant.zone);
  });

/** The days and time between two points of the same kind; null for a zoned and a local one. A date counts as its midnight. */
export const between = (a: Instant, b: Instant): FeelDuration | null =>
  attempt(() => {
    if (a instanceof FeelTime !== b instanceof FeelTime) return null;
    const left = pointOf(a);
    const right = pointOf(b);
    if (left.zoned !== right.zoned && !(a instanceof FeelDate) && !(b instanceof FeelDate)) return null;
    return durationOf(left.at - right.at, false);
  });

/** The whole years and months from one date to another. */
export const monthsBetween = (from: FeelDate | FeelDateTime, to: FeelDate | FeelDateTime): FeelDuration | null =>
  attempt(() => {
    const until = plainDate(from).until(plainDate(to), { largestUnit: 'month' });
    return durationOf(BigInt(until.months), true);
  });

export const plainDate = (value: FeelDate | FeelDateTime): Temporal.PlainDate =>
  value instanceof FeelDate ? value.unwrap() : value.unwrap().toPlainDate();

/** The same point in time in another zone; a local one is taken as UTC. */
export const inZone = (value: FeelDateTime, zone: string): FeelDateTime | null =>
  attempt(() => {
    const instant = Temporal.Instant.fromEpochNanoseconds(pointOf(value).at);
    return new FeelDateTime(instant.toZonedDateTimeISO(zone).toPlainDateTime(), zone);
  });

/** The ISO 8601 text that stands in variables: a named zone follows the offset, `2026-01-31T10:00:00+01:00[Europe/Berlin]`. */
export const isoText = (value: Instant | FeelDuration): string => {
  if (!(value instanceof FeelDateTime) || value.zone === null || fixedOffset(value.zone) !== undefined)
    return value.iso;
  const { zone } = value;
  return attempt(() => value.unwrap().toZonedDateTime(zone).toString()) ?? value.iso;
};
