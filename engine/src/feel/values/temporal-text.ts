import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin';
import { Temporal } from 'temporal-polyfill';
import { attempt } from './temporal.ts';

/** Reads a date: `2026-01-31`. Null when it is none, or not in the calendar. DMN 1.5, 10.3.4.1. */
export const parseDate = (text: string): FeelDate | null => {
  const match = /^(-?\d{4,9})-(\d\d)-(\d\d)$/.exec(text);
  return match ? dateOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
};

/** A date of its parts; null when it is not in the calendar. */
export const dateOf = (year: number, month: number, day: number): FeelDate | null =>
  attempt(() => new FeelDate(Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })));

/** Reads a time: `10:30:00`, `10:30:00.5Z`, `10:30:00+01:00`, `10:30:00@Europe/Paris`; a leading `T` may be there. */
export const parseTime = (text: string): FeelTime | null => {
  const match = /^T?(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(.*)$/.exec(text);
  if (!match) return null;
  const [, hour, minute, second = '0', fraction = '', zoneText = ''] = match;
  const zone = parseZone(zoneText);
  if (zone === undefined) return null;
  return timeOf(Number(hour), Number(minute), Number(`${second}.${fraction}`), zone);
};

/** A time of its parts; the second may have a fraction. Null when there is no such time. */
export const timeOf = (hour: number, minute: number, second: number, zone: string | null): FeelTime | null =>
  attempt(() => {
    const nanoseconds = Math.round((second % 1) * 1e9);
    const fields = {
      hour,
      minute,
      second: Math.trunc(second),
      millisecond: Math.trunc(nanoseconds / 1e6),
      microsecond: Math.trunc(nanoseconds / 1e3) % 1000,
      nanosecond: nanoseconds % 1000,
    };
    return new FeelTime(Temporal.PlainTime.from(fields, { overflow: 'reject' }), zone);
  });

/** Reads a date and time: a date, `T` and a time; a date alone is its midnight. */
export const parseDateTime = (text: string): FeelDateTime | null => {
  const at = text.indexOf('T');
  const date = parseDate(at < 0 ? text : text.slice(0, at));
  const time = at < 0 ? timeOf(0, 0, 0, null) : parseTime(text.slice(at + 1));
  return date && time ? combine(date, time) : null;
};

/** The date and time of a date and a time, in the time's zone. */
export const combine = (date: FeelDate | FeelDateTime, time: FeelTime): FeelDateTime => {
  const day = date instanceof FeelDate ? date.unwrap() : date.unwrap().toPlainDate();
  return new FeelDateTime(day.toPlainDateTime(time.unwrap()), time.zone);
};

/** Reads a duration of years and months (`P1Y6M`) or of days and time (`P2DT3H`); never a mixture, which has no length. */
export const parseDuration = (text: string): FeelDuration | null => {
  const isYearsMonths = /^-?P(?=\d)(?:\d+Y)?(?:\d+M)?$/.test(text);
  if (!isYearsMonths && !/^-?P(?=\d|T\d)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d{1,9})?S)?)?$/.test(text))
    return null;
  return attempt(() => new FeelDuration(Temporal.Duration.from(text), isYearsMonths));
};

/** What an `@"…"` literal stands for. */
export const parseAt = (text: string): FeelDate | FeelTime | FeelDateTime | FeelDuration | null => {
  if (/^-?P/.test(text)) return parseDuration(text);
  if (/^T?\d\d:/.test(text)) return parseTime(text);
  return text.includes('T') ? parseDateTime(text) : parseDate(text);
};

/** Null for no zone, undefined for one that does not exist: `Z`, `+01:00`, `@Europe/Berlin`, `+01:00[Europe/Berlin]`. */
export const parseZone = (text: string): string | null | undefined => {
  if (text === '') return null;
  if (text === 'Z' || text === 'z') return 'UTC';
  const offset = /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text);
  if (offset)
    return Number(offset[2]) <= 18 && Number(offset[3]) < 60 && Number(offset[4] ?? 0) < 60 ? text : undefined;
  const named = /^@([\w/+\-:]{1,64})$/.exec(text) ?? /^(?:Z|[+-]\d\d:\d\d(?::\d\d)?)\[([\w/+-]{1,64})\]$/.exec(text);
  const zone = named?.[1];
  if (zone === undefined) return undefined;
  return attempt(() => new Temporal.PlainDateTime(1970, 1, 1).toZonedDateTime(zone)) === null ? undefined : zone;
};
