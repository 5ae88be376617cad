import { Refusal } from '../../runtime/refusal.ts';

/** Values of all conditions of one filter together: each becomes a parameter of a statement, and a database takes so many only. */
const maxValues = 5_000;

/** Throws INVALID_ARGUMENT for a filter with more values than a statement may have, or with a text that no database can hold. */
export const checkValues = (filter: object): void => {
  let left = maxValues;
  const look = (value: unknown): void => {
    if (typeof value === 'object' && value !== null) return Object.values(value).forEach(look);
    if ((left -= 1) < 0)
      throw new Refusal(
        'INVALID_ARGUMENT',
        `Expected a filter with at most ${maxValues} values, found more. Ask in several searches.`,
      );
    if (typeof value === 'string' && value.includes('\u0000'))
      throw new Refusal('INVALID_ARGUMENT', 'Expected texts without NUL in the filter, found one with it.');
  };
  look(filter);
};
