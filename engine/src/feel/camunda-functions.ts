import { date, dateAndTime, FeelFunction } from 'feelin';
import { Temporal } from 'temporal-polyfill';
import { toJson } from './to-json.ts';

/**
 * Functions that Camunda's FEEL has beyond the standard and that the library lacks, and the clock-dependent ones with the step's clock
 * in place of the machine's. Source: the function list of Camunda 8's documentation.
 */
export const camundaFunctions = (nowMs: number): Record<string, unknown> => ({
  ...withoutClock,
  now: fn([], () => dateAndTime(Temporal.Instant.fromEpochMilliseconds(nowMs).toString())),
  today: fn([], () => date(Temporal.Instant.fromEpochMilliseconds(nowMs).toString().slice(0, 10))),
});

/** Names with `or` and the like must be known when an expression is parsed; the values do not matter then. */
export const parseNames = (): Record<string, unknown> => withoutClock;

const fn = (parameters: string[], implementation: (...args: unknown[]) => unknown): FeelFunction =>
  new FeelFunction(implementation, parameters);

const withoutClock: Record<string, unknown> = {
  'is defined': fn(['value'], (value) => value !== null && value !== undefined),
  'get or else': fn(['value', 'default'], (value, otherwise) => value ?? otherwise ?? null),
  'is empty': fn(['list'], (list) => (Array.isArray(list) ? list.length === 0 : null)),
  'is blank': fn(['string'], (text) => (typeof text === 'string' ? text.trim() === '' : null)),
  trim: fn(['string'], (text) => (typeof text === 'string' ? text.trim() : null)),
  'to json': fn(['value'], (value) => JSON.stringify(toJson(value))),
  'from json': fn(['value'], (text) => {
    try {
      return typeof text === 'string' ? (JSON.parse(text) as unknown) : null;
    } catch {
      return null;
    }
  }),
};
