import { UsageError } from './exit-code.ts';

/** A whole number of an option within these limits. Throws `UsageError`. */
export const readWhole = (name: string, min: number, max: number) => (text: string) => {
  const number = Number(text);
  if (/^\d{1,15}$/.test(text) && number >= min && number <= max) return number;
  throw new UsageError(`Expected a whole number from ${min} to ${max} for ${name}, found '${text}'.`);
};

/** How many items of a search: as many as a page may hold. */
export const readLimit = readWhole('--limit', 1, 10_000);

/** A key as it is given on the command line. Throws `UsageError`. */
export const readKey = (text: string): string => {
  if (/^\d{1,25}$/.test(text)) return text;
  throw new UsageError(`Expected a key, which is a number such as 2251799813685249, found '${text}'.`);
};
