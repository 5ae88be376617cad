import { FeelDate, FeelDateTime } from 'feelin';
import { Temporal } from 'temporal-polyfill';
import { spend } from '../fuel.ts';
import { plainDate, temporalSteps } from '../values/temporal.ts';
import { define, type Builtin } from './define.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const ofDate = (name: string, make: (date: Temporal.PlainDate) => unknown): Builtin =>
  define(name, 'date: date/date and time', (run, date: FeelDate | FeelDateTime) => {
    spend(run.meter, temporalSteps);
    return make(plainDate(date));
  });

/** Calendar functions and the clock, which is the clock of the step: UTC. DMN 1.5, 10.3.4.6 and 10.3.4.8. */
export const temporalFunctions: readonly Builtin[] = [
  define('now', '', ({ nowMs, meter }) => {
    spend(meter, temporalSteps);
    const instant = Temporal.Instant.fromEpochMilliseconds(nowMs);
    return new FeelDateTime(instant.toZonedDateTimeISO('UTC').toPlainDateTime(), 'UTC');
  }),
  define('today', '', ({ nowMs, meter }) => {
    spend(meter, temporalSteps);
    const instant = Temporal.Instant.fromEpochMilliseconds(nowMs);
    return new FeelDate(instant.toZonedDateTimeISO('UTC').toPlainDate());
  }),
  ofDate('day of week', (date) => weekdays[date.dayOfWeek - 1]),
  ofDate('day of year', (date) => date.dayOfYear),
  ofDate('week of year', (date) => date.weekOfYear),
  ofDate('month of year', (date) => months[date.month - 1]),
  // Camunda's.
  ofDate('last day of month', (date) => new FeelDate(date.with({ day: date.daysInMonth }))),
];
