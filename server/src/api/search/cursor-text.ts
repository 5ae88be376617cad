import { createHash } from 'node:crypto';
import { z } from 'zod';
import { fieldOf, searchId, sortId } from '../../store/searches/search-plan.ts';
import type { Cursor, Field, SearchPlan, Sort } from '../../store/searches/search-plan.ts';
import { Refusal } from '../../runtime/refusal.ts';

const schema = z.strictObject({
  s: z.string().max(1_000),
  v: z.array(z.union([z.string(), z.number()])).max(20),
  c: z.string(),
});

/**
 * What tells a cursor that was damaged, or made by another search, from one of ours. No secret: a cursor is a place in an order, and filters and permissions
 * hold whatever place a search goes on from.
 */
const checkOf = ({ search, sort, values }: Cursor): string =>
  createHash('sha256')
    .update(JSON.stringify([search, sort, values]))
    .digest('base64')
    .slice(0, 12);

/** Cursors are opaque to callers: base64 of what the search needs to go on. */
export const cursorText = (cursor: Cursor | null): string | null =>
  cursor === null
    ? null
    : Buffer.from(JSON.stringify({ s: cursor.sort, v: cursor.values, c: checkOf(cursor) })).toString('base64');

/** Reads a cursor back. Throws INVALID_ARGUMENT when it is not one that this search made for this sort. */
export const readCursor = <Row>(text: string, plan: SearchPlan<Row>, sort: readonly Sort[]): Cursor => {
  const result = schema.safeParse(parsed(text));
  const cursor = { search: searchId(plan), sort: sortId(sort), values: result.data?.v ?? [] };
  // Written again it is the same, so that it has one form only.
  const isOurs = result.success && result.data.s === cursor.sort && cursorText(cursor) === text;
  if (!isOurs || !areOfTheirKinds(cursor.values, plan, sort)) {
    throw new Refusal(
      'INVALID_ARGUMENT',
      'Expected a cursor from an answer to the same search and sort, found something else. Start from the first page.',
    );
  }
  return cursor;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
  } catch {
    return null;
  }
};

/** Whether every value can be compared with what it is the place of; anybody can make the check of a cursor. */
const areOfTheirKinds = <Row>(values: Cursor['values'], plan: SearchPlan<Row>, sort: readonly Sort[]): boolean => {
  const isText = (kind: Field['kind'] | undefined): boolean => kind === 'string' || kind === 'enum';
  const texts = [...sort.map(({ field }) => isText(fieldOf(plan, field)?.kind)), plan.isTiebreakText === true];
  return (
    values.length === texts.length &&
    values.every((value, at) =>
      texts[at] === true ? typeof value === 'string' && !value.includes('\u0000') : Number.isSafeInteger(value),
    )
  );
};
