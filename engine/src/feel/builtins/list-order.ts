import type { FeelFunction } from 'feelin';
import { spend } from '../fuel.ts';
import { nullBecause, type Run } from '../run.ts';
import { equals, order } from '../values/compare.ts';
import { describe, kindOf } from '../values/kind.ts';
import { asFunction } from './callback.ts';
import { define, type Builtin } from './define.ts';
import { joined } from './list.ts';

type List = readonly unknown[];

/** Whether values of this type are equal when the machine says so; the others have to be compared one by one. */
const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** Counts how often a value has been seen, in the order of first occurrence; lists, contexts and the like cost one comparison each. */
const countValues = (run: Run, list: List): { readonly value: unknown; count: number }[] => {
  spend(run.meter, list.length * 6);
  const groups: { value: unknown; count: number }[] = [];
  const plain = new Map<unknown, { value: unknown; count: number }>();
  const others: { value: unknown; count: number }[] = [];
  for (const value of list) {
    if (typeof value === 'string') spend(run.meter, value.length >> 8);
    const found = isPlain(value) ? plain.get(value) : others.find((other) => same(run, other.value, value));
    if (found) {
      found.count += 1;
      continue;
    }
    const group = { value, count: 1 };
    groups.push(group);
    if (isPlain(value)) plain.set(value, group);
    else others.push(group);
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
