import { asKey } from '@baton/engine';
import type { Key, Variables } from '@baton/engine';
import { z } from 'zod';
import { Refusal } from '../runtime/refusal.ts';
import { jsonSchemaOf } from './operation/shape.ts';

/** No NUL, which PostgreSQL cannot hold, and no half of a surrogate pair, which no database can. */
const isStorable = (value: string): boolean => !value.includes('\u0000') && !/\p{Surrogate}/u.test(value);

/** How long a text may be for which no other limit is said, in UTF-16 code units. */
export const maxTextLength = 10_000;
/** A text that every database can hold. `max` counts UTF-16 code units. (Default: 10,000.) */
export const text = (max = maxTextLength) =>
  z
    .string()
    .max(max)
    .refine(isStorable, 'must be text that can be stored: without NUL and without halves of surrogate pairs');

/** A key: a decimal string. Numbers are accepted too, as old clients send them. */
export const key = z
  .union([z.string(), z.number()])
  .refine((value) => /^-?[0-9]{1,25}$/.test(String(value)), 'must be a decimal key such as "1000000001"')
  .transform((value): Key => {
    const number = Number(value);
    // A key that we never gave out: it will not be found, which is the right answer for it.
    return asKey(Number.isSafeInteger(number) && number > 0 ? number : 0);
  });

/** Variables stay the object that was parsed: copying them would lose a variable that is called `__proto__`. */
export const variables = z.custom<Variables>(
  (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).every(isStorable),
  'must be an object of named values',
);

const tenantRule = 'must be a tenant id of letters, digits and _ @ . + -, or "<default>"';
/** A tenant: as Camunda writes them, and the one that is always there. */
export const tenantName = text(256).regex(/^(<default>|[A-Za-z0-9_@.+-]+)$/, tenantRule);
/** The tenant that a call is about: what it means is told by `tenantOf`. */
export const tenantId = text(256)
  .regex(/^(<default>|[A-Za-z0-9_@.+-]+)?$/, tenantRule)
  .nullish();
/** Accepted and not used yet. */
export const operationReference = z.union([z.number(), z.string()]).nullish();
export const tags = z
  .array(z.string().regex(/^[A-Za-z][A-Za-z0-9_\-:.]{0,99}$/, 'must be a tag such as "region:eu"'))
  .max(10)
  .transform((list) => [...new Set(list)]);

/** The items of a call that does many things at once: 1 to 1,000, each still to be checked by itself. */
export const itemsOfCall = (item: z.ZodType) =>
  z
    .array(z.unknown())
    .min(1)
    .max(1_000)
    .meta({ items: jsonSchemaOf(item, 'input') });

/** Checks one value. Answers INVALID_ARGUMENT that names every wrong field instead of throwing it, so that the items beside it go on. */
export const readItem = <S extends z.ZodType>(value: unknown, schema: S): z.output<S> | Refusal => {
  const result = schema.safeParse(value);
  return result.success ? result.data : new Refusal('INVALID_ARGUMENT', describeIssues(result.error.issues));
};

/** One sentence of all that is wrong. */
export const describeIssues = (issues: readonly z.core.$ZodIssue[]): string =>
  issues.map((issue) => describe(issue, '')).join(' ');

const describe = (issue: z.core.$ZodIssue, prefix: string): string => {
  const path = [prefix, ...issue.path.map(String)].filter((part) => part !== '').join('.');
  if (issue.code === 'unrecognized_keys') {
    return `Expected only known fields${path === '' ? '' : ` in '${path}'`}, found ${issue.keys.map((name) => `'${name}'`).join(', ')}. Remove ${issue.keys.length > 1 ? 'them' : 'it'}.`;
  }
  if (issue.code === 'invalid_union') {
    const [first] = issue.errors.flat();
    if (first !== undefined) return describe(first, path);
  }
  return `'${path === '' ? 'body' : path}': ${issue.message}.`;
};

/** An ISO 8601 date-time with offset, as epoch milliseconds; null when it is none. */
export const readDate = (value: unknown): number | null => {
  if (
    typeof value !== 'string' ||
    !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})(\[.*\])?$/.test(value)
  )
    return null;
  const ms = Date.parse(value.replace(/\[.*\]$/, ''));
  return Number.isNaN(ms) ? null : ms;
};
