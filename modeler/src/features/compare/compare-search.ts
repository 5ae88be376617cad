import { parseComparable } from './comparable';

const views = ['changes', 'source'] as const;

/** What the address of a comparison holds. */
export interface CompareSearch {
  /** The model before, as `comparableText` writes it. */
  readonly left?: string | undefined;
  /** The model after. */
  readonly right?: string | undefined;
  /** (Default: changes) */
  readonly view?: 'source' | undefined;
  /** Id of the chosen element. */
  readonly element?: string | undefined;
}

/** Reads a comparison's part of the address; anything unknown is dropped. */
export function validateCompareSearch(search: Record<string, unknown>): CompareSearch {
  const side = (name: 'left' | 'right') =>
    parseComparable(search[name]) === undefined ? {} : { [name]: search[name] };
  const view = views.find((candidate) => candidate === search['view']);
  const element = search['element'];
  return {
    ...side('left'),
    ...side('right'),
    ...(view === 'source' ? { view } : {}),
    ...(typeof element === 'string' && element !== '' ? { element } : {}),
  };
}
