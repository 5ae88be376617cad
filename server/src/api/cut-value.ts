import { maxShownValue } from '../store/searches/variable-plan.ts';

/** The JSON text of a variable as lists show it: a long one is cut, unless the caller wants it whole. */
export const cutValue = (json: string, truncate = true): { readonly value: string; readonly isTruncated: boolean } => {
  const isTruncated = truncate && json.length > maxShownValue;
  return { value: isTruncated ? json.slice(0, maxShownValue) : json, isTruncated };
};
