import { z } from 'zod';

/** A key as it leaves: a decimal string. */
export const keyType = z.string().regex(/^[0-9]+$/);
/** A time as it leaves: ISO 8601 in UTC. */
export const dateType = z.iso.datetime();
export const tenantType = z.string();
/** Any JSON. */
export const jsonType = z.json();
/** Variables: JSON values by name. Names such as `__proto__` are ordinary names, so it is not copied. */
export const variablesType = z
  .custom<Readonly<Record<string, unknown>>>((value) => typeof value === 'object' && value !== null)
  .meta({ type: 'object', additionalProperties: true });

export const pageType = z
  .strictObject({
    totalItems: z.int().describe('Of all pages; counted up to 10,000.'),
    hasMoreTotalItems: z.boolean().describe('There are more than were counted.'),
    startCursor: z.string().nullable().describe('For `before` of the page before this one.'),
    endCursor: z.string().nullable().describe('For `after` of the next page.'),
  })
  .meta({ id: 'Page' });

/** The answer of a search. */
export const pageOf = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), page: pageType });

/** An answer that is a list without pages. */
export const listOf = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item) });
