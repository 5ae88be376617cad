import { nullBecause, type Run } from '../run.ts';
import { describe, isContext, isDuration, isInstant, isRange } from './kind.ts';

const instantProperties = new Set([
  'year',
  'month',
  'day',
  'weekday',
  'hour',
  'minute',
  'second',
  'timezone',
  'time offset',
]);
const durationProperties = new Set(['years', 'months', 'days', 'hours', 'minutes', 'seconds']);
const rangeProperties = new Set(['start', 'end', 'start included', 'end included']);

/**
 * The entry of a context or a property of a temporal value or range (DMN 1.5, tables 65 to 67). Nothing else is reachable: no prototype, no
 * method.
 */
export const propertyOf = (run: Run, target: unknown, name: string): unknown => {
  if (isContext(target)) {
    if (Object.hasOwn(target, name)) return target[name] ?? null;
  } else if (
    (isInstant(target) && instantProperties.has(name)) ||
    (isDuration(target) && durationProperties.has(name)) ||
    (isRange(target) && rangeProperties.has(name))
  ) {
    return (target as unknown as Readonly<Record<string, unknown>>)[name] ?? null;
  }
  return nullBecause(run, () => `${describe(target)} has no entry '${name}'`);
};
