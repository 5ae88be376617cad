import type { FeelFunction } from 'feelin';
import { spend } from '../fuel.ts';
import { nullBecause, type Run } from '../run.ts';
import { equals, order } from '../values/compare.ts';
import { describe, kindOf } from '../values/kind.ts';
import { asFunction } from './callback.ts';
import { define, type Builtin } from './define.ts';
import { joined } from './list.ts';

type List = readonly unknown[];

/** Values that are equal are those of the same key; undefined for what has to be compared one by one. */
const keyOf = (value: unknown): string | undefined => {
  switch (typeof value) {
    case 'string':
      return `s${value}`;
    case 'number':
    case 'boolean':
      return String(value);
    default:
      return value === null ? 'null' : undefined;
  }
};

/** Counts how often a value has been seen, in the order of first occurrence; values without key cost one comparison each. */
const countValues = (run: Run, list: List): { readonly value: unknown; count: number }[] => {
  spend(run.meter, list.length * 2);
  const groups: { value: unknown; count: number }[] = [];
  const byKey = new Map<string, { value: unknown; count: number }>();
  const others: { value: unknown; count: number }[] = [];
  for (const value of list) {
    const key = keyOf(value);
    const found = key === undefined ? others.find((other) => same(run, other.value, value)) : byKey.get(key);
    if (found) {
      found.count += 1;
      continue;
    }
    const group = { value, count: 1 };
    groups.push(group);
    if (key === undefined) others.push(group);
    else byKey.set(key, group);
  }
  return groups;
};

const same = (run: Run, a: unknown, b: unknown): boolean => {
  spend(run.meter, 1);
  return kindOf(a) === kindOf(b) && equals(run, a, b) === true;
};

const distinct = (run: Run, list: List): List => countValues(run, list).map(({ value }) => value);

/** Merge sort: stable, and each comparison is counted. `precedes(b, a)` alone moves b before a. */
const sort = (run: Run, list: List, precedes: (a: unknown, b: unknown) => unknown): List => {
  if (list.length < 2) return list;
  const middle = list.length >> 1;
  const left = sort(run, list.slice(0, middle), precedes);
  const right = sort(run, list.slice(middle), precedes);
  const merged: unknown[] = [];
  let l = 0;
  let r = 0;
  while (l < left.length && r < right.length) {
    spend(run.meter, 2);
    merged.push(precedes(right[r], left[l]) === true ? right[r++] : left[l++]);
  }
  while (l < left.length) merged.push(left[l++]);
  while (r < right.length) merged.push(right[r++]);
  return merged;
};

/** The first or last in order; null when two have no order. Without order, a list of one value is its own extreme. */
const extreme = (run: Run, args: List, direction: 1 | -1): unknown => {
  const [first] = args;
  const list: List = args.length === 1 && Array.isArray(first) ? first : args;
  spend(run.meter, list.length);
  if (list.length === 0) return nullBecause(run, () => 'An empty list has no least and no greatest value');
  let best = list[0];
  for (const entry of list) {
    const result = order(run, entry, best);
    if (result === null) return nullBecause(run, () => `${describe(entry)} has no order among the others`);
    if (result * direction > 0) best = entry;
  }
  return best;
};

/** Functions that compare the members of lists. DMN 1.5, 10.3.4.4 and 10.3.4.9; `duplicate values` is Camunda's. */
export const listOrderFunctions: readonly Builtin[] = [
  define('distinct values', 'list: list', distinct),
  define('union', '...list: list', (run, ...lists: readonly List[]) => distinct(run, joined(run, lists))),
  define('duplicate values', 'list: list', (run, list: List) =>
    countValues(run, list)
      .filter(({ count }) => count > 1)
      .map(({ value }) => value),
  ),
  define('sort', 'list: list, precedes: function', (run, list: List, precedes: FeelFunction) => {
    const before = asFunction(run, precedes, 2);
    return before && sort(run, list, before);
  }),
  define('min', '...list: any', (run, ...list: List) => extreme(run, list, -1)),
  define('max', '...list: any', (run, ...list: List) => extreme(run, list, 1)),
];
