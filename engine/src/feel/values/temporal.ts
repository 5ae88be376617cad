import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin';
import { Temporal } from 'temporal-polyfill';
import type { Instant } from './kind.ts';

/** What making a temporal value costs in steps: measured, some thousand times a comparison of numbers. */
export const temporalSteps = 600;
/** What comparing two of them costs. */
export const comparisonSteps = 40;

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
  if (value instanceof FeelDate) return { at: daysOf(value.unwrap()) * dayNanoseconds, zoned: false };
  const clock = timeOfDay(value.unwrap());
  const wall = value instanceof FeelTime ? clock : daysOf(value.unwrap()) * dayNanoseconds + clock;
  if (value.zone === null) return { at: wall, zoned: false };
  const offset = fixedOffset(value.zone);
  if (offset !== undefined) return { at: wall - offset, zoned: true };
  const dateTime =
    value instanceof FeelTime ? new Temporal.PlainDate(1970, 1, 1).toPlainDateTime(value.unwrap()) : value.unwrap();
  return { at: dateTime.toZonedDateTime(value.zone).epochNanoseconds, zoned: true };
};

const dayNanoseconds = 86_400_000_000_000n;

/** Days since 1970-01-01 by the rules of the Gregorian calendar: a hundred times faster than asking the library. */
const daysOf = ({
  year,
  month,
  day,
}: {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}): bigint => {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return BigInt(era * 146_097 + dayOfEra - 719_468);
};

const timeOfDay = (value: Temporal.PlainTime | Temporal.PlainDateTime): bigint => {
  const seconds = (value.hour * 60 + value.minute) * 60 + value.second;
  const below = (value.millisecond * 1000 + value.microsecond) * 1000 + value.nanosecond;
  return BigInt(seconds) * 1_000_000_000n + BigInt(below);
};

/** The offset of a zone that has always the same, in nanoseconds. */
const fixedOffset = (zone: string): bigint | undefined => {
  if (zone === 'UTC') return 0n;
  const match = /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(zone);
  if (!match) return undefined;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
  return BigInt(match[1] === '-' ? -seconds : seconds) * 1_000_000_000n;
};

/** Whether a value has no named zone, whose offset would have to be looked up. */
export const isFixed = (value: Instant): boolean =>
  value instanceof FeelDate || value.zone === null || fixedOffset(value.zone) !== undefined;

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
