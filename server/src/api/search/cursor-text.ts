import { z } from 'zod';
import type { Cursor } from '../../store/searches/search-plan.ts';
import { Refusal } from '../../runtime/refusal.ts';

const schema = z.strictObject({ s: z.string().max(1_000), v: z.array(z.union([z.string(), z.number()])).max(20) });

/** Cursors are opaque to callers: base64 of what the search needs to go on. */
export const cursorText = (cursor: Cursor | null): string | null =>
  cursor === null ? null : Buffer.from(JSON.stringify({ s: cursor.sort, v: cursor.values })).toString('base64');

/** Reads a cursor back. Throws INVALID_ARGUMENT when it is not one that was made for this sort. */
export const readCursor = (text: string, sort: string, sortFields: number): Cursor => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
  } catch {
    parsed = null;
  }
  const result = schema.safeParse(parsed);
  const fits = result.success && result.data.s === sort && result.data.v.length === sortFields + 1;
  if (!fits || result.data.v.some((value) => typeof value === 'string' && value.includes('\u0000'))) {
    throw new Refusal(
      'INVALID_ARGUMENT',
      'Expected a cursor from an answer to the same search and sort, found something else. Start from the first page.',
    );
  }
  return { sort: result.data.s, values: result.data.v };
};
