import type { FeelDateTime } from 'feelin';
import { FeelDate, FeelTime } from 'feelin';
import { spend, spendText } from '../fuel.ts';
import type { Json } from '../../json.ts';
import { nullBecause, type Run } from '../run.ts';
import { boundedJson, toJson } from '../to-json.ts';
import { describe, type Duration } from '../values/kind.ts';
import { inZone, lengthOf, monthsBetween, plainDate, temporalSteps } from '../values/temporal.ts';
import {
  combine,
  dateOf,
  parseDate,
  parseDateTime,
  parseDuration,
  parseTime,
  parseZone,
  timeOf,
} from '../values/temporal-text.ts';
import { textOf } from '../values/text.ts';
import { define, type Builtin } from './define.ts';

/** Charges for temporal work and explains a null. */
const made = <T>(run: Run, what: string, from: unknown, make: () => T | null): T | null => {
  spend(run.meter, temporalSteps);
  return make() ?? nullBecause(run, () => `${describe(from)} is no ${what}`);
};

const dateFrom = (run: Run, from: string | FeelDate | FeelDateTime): FeelDate | null =>
  made(run, 'date', from, () => (typeof from === 'string' ? parseDate(from) : new FeelDate(plainDate(from))));

const timeFrom = (run: Run, from: string | FeelDate | FeelTime | FeelDateTime): FeelTime | null =>
  made(run, 'time', from, () => {
    if (typeof from === 'string') return parseTime(from);
    if (from instanceof FeelTime) return from;
    return from instanceof FeelDate ? timeOf(0, 0, 0, 'UTC') : new FeelTime(from.unwrap().toPlainTime(), from.zone);
  });

/** The first moment of a day. */
const midnightOf = (date: FeelDate): FeelDateTime | null => {
  const midnight = timeOf(0, 0, 0, null);
  return midnight && combine(date, midnight);
};

/** `PT5H30M` as the zone `+05:30`. */
const zoneOf = (offset: Duration): string | null | undefined => {
  const seconds = Number(lengthOf(offset) / 1_000_000_000n);
  const parts = [Math.abs(seconds) / 3600, (Math.abs(seconds) % 3600) / 60, Math.abs(seconds) % 60];
  const [hours = '', minutes = '', rest = ''] = parts.map((part) => String(Math.trunc(part)).padStart(2, '0'));
  return parseZone(`${seconds < 0 ? '-' : '+'}${hours}:${minutes}${rest === '00' ? '' : `:${rest}`}`);
};

const timeOfParts = (
  run: Run,
  hour: number,
  minute: number,
  second: number,
  offset?: Duration | null,
): FeelTime | null =>
  made(run, 'time', hour, () => {
    const zone = offset ? zoneOf(offset) : null;
    return zone === undefined ? null : timeOf(hour, minute, second, zone);
  });

/** Reads `1 500,5` with the separators that are given. Null when the text is no number. */
const number = (run: Run, from: string | number, grouping?: string | null, decimal?: string | null): number | null => {
  if (typeof from === 'number') return from;
  spend(run.meter, from.length);
  const isSeparator = (text: string | null | undefined, allowed: string): boolean =>
    text === undefined || text === null || (text.length === 1 && allowed.includes(text));
  if (!isSeparator(grouping, ' ,.') || !isSeparator(decimal, ',.') || (grouping && grouping === decimal)) {
    return nullBecause(
      run,
      () => 'The grouping separator is a space, comma or period, the decimal one a comma or period',
    );
  }
  const plain = grouping ? from.replaceAll(grouping, '') : from;
  const text = decimal === ',' ? (plain.includes('.') ? '' : plain.replace(',', '.')) : plain;
  const value = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?\s*$/.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : nullBecause(run, () => `${describe(from)} is no number`);
};

const fromJson = (run: Run, text: string): Json | null => {
  spend(run.meter, text.length);
  try {
    return JSON.parse(text) as Json;
  } catch {
    return nullBecause(run, () => `${describe(text)} is no JSON`);
  }
};

/** Conversions between types. DMN 1.5, 10.3.4.1; `from json`, `to json` and zones are Camunda's. */
export const conversionFunctions: readonly Builtin[] = [
  define('number', 'from: string/number, grouping separator?: string?, decimal separator?: string?', number),
  define('string', 'from: any', (run, from: unknown) => (from === null ? null : textOf(run, from))),
  define(
    'date',
    'from: string/date/date and time | year: number, month: number, day: number',
    (run: Run, ...args: readonly [string | FeelDate | FeelDateTime] | readonly [number, number, number]) =>
      args.length === 1
        ? dateFrom(run, args[0])
        : made(run, 'year of a date', args[0], () => dateOf(args[0], args[1], args[2])),
  ),
  define(
    'time',
    'from: string/date/time/date and time | hour: number, minute: number, second: number, offset?: days and time duration?',
    (
      run: Run,
      ...args:
        | readonly [string | FeelDate | FeelTime | FeelDateTime]
        | readonly [number, number, number, (Duration | null)?]
    ) => (args.length === 1 ? timeFrom(run, args[0]) : timeOfParts(run, ...args)),
  ),
  define(
    'date and time',
    'from: string/date/date and time | date: date/date and time, time: time | date: date and time, timezone: string',
    (run: Run, from: string | FeelDate | FeelDateTime, second?: FeelTime | string) =>
      made(run, 'date and time', from, () => {
        if (typeof from === 'string') return parseDateTime(from);
        if (second instanceof FeelTime) return combine(from, second);
        if (from instanceof FeelDate) return midnightOf(from);
        if (second === undefined) return from;
        const zone = parseZone(/^(?:Z|[+-])/.test(second) ? second : `@${second}`);
        return zone ? inZone(from, zone) : null;
      }),
  ),
  define('duration', 'from: string/duration', (run, from: string | Duration) =>
    typeof from === 'string' ? made(run, 'duration', from, () => parseDuration(from)) : from,
  ),
  define(
    'years and months duration',
    'from: date/date and time, to: date/date and time',
    (run, from: FeelDate | FeelDateTime, to: FeelDate | FeelDateTime) =>
      made(run, 'start of a duration', from, () => monthsBetween(from, to)),
  ),
  define('from json', 'value: string', fromJson),
  define('to json', 'value: any', (run, value: unknown) => {
    boundedJson(run.meter, value);
    const text = JSON.stringify(toJson(value));
    spendText(run.meter, text.length);
    return text;
  }),
];
