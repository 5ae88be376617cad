import type { FeelFunction } from 'feelin';
import { spend } from '../fuel.ts';
import { nullBecause, type Run } from '../run.ts';
import { describe, kindOf } from '../values/kind.ts';
import { equals } from '../values/compare.ts';
import { asFunction } from './callback.ts';
import { define, type Builtin } from './define.ts';

type List = readonly unknown[];

const sized = (run: Run, list: List): List => {
  spend(run.meter, list.length);
  return list;
};

/** One list of the members of all. */
export const joined = (run: Run, lists: readonly List[]): List => {
  const members: unknown[] = [];
  for (const list of lists) {
    spend(run.meter, list.length * 2);
    for (const entry of list) members.push(entry);
  }
  return members;
};

/** The index of a position that counts from 1, or from the end when negative; undefined outside. */
const indexOf = (length: number, position: number): number | undefined => {
  const index = position > 0 ? position - 1 : length + position;
  return Number.isInteger(position) && position !== 0 && index >= 0 && index < length ? index : undefined;
};

const noPosition = (run: Run, list: List, position: number): null =>
  nullBecause(run, () => `A list of ${list.length} has no position ${position}`);

const sublist = (run: Run, list: List, start: number, length?: number | null): List | null => {
  sized(run, list);
  const from = indexOf(list.length, start);
  if (from === undefined) return start > list.length ? [] : noPosition(run, list, start);
  return length === undefined || length === null ? list.slice(from) : list.slice(from, from + Math.max(0, length));
};

const same = (run: Run, a: unknown, b: unknown): boolean => kindOf(a) === kindOf(b) && equals(run, a, b) === true;

const flatten = (run: Run, list: List, into: unknown[], depth: number): unknown[] => {
  if (depth > 500) spend(run.meter, Number.POSITIVE_INFINITY);
  for (const entry of sized(run, list)) {
    if (Array.isArray(entry)) flatten(run, entry, into, depth + 1);
    else into.push(entry);
  }
  return into;
};

const replaced = (run: Run, list: List, at: number | FeelFunction, item: unknown): List | null => {
  sized(run, list);
  if (typeof at === 'number') {
    const index = indexOf(list.length, at);
    return index === undefined ? noPosition(run, list, at) : list.with(index, item);
  }
  const matches = asFunction(run, at, 2);
  return matches && list.map((entry) => (matches(entry, item) === true ? item : entry));
};

const partition = (run: Run, list: List, size: number): List | null => {
  if (!Number.isInteger(size) || size < 1)
    return nullBecause(run, () => `Parts have a size of at least 1, found ${size}`);
  spend(run.meter, list.length + 4 * Math.ceil(list.length / size));
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
};

/** Functions on lists. DMN 1.5, 10.3.4.4; `is empty` and `partition` are Camunda's. */
export const listFunctions: readonly Builtin[] = [
  define('list contains', 'list: list, element: any', (run, list: List, element: unknown) =>
    sized(run, list).some((entry) => same(run, entry, element)),
  ),
  define(
    'list replace',
    'list: list, position: number/function, newItem: any | list: list, match: function, newItem: any',
    replaced,
  ),
  define('count', 'list: list', (_run, list: List) => list.length),
  define('is empty', 'list: list', (_run, list: List) => list.length === 0),
  define(
    'sublist',
    'list: list, start position: number, length?: number? | list: list, start: number, length?: number?',
    sublist,
  ),
  define('append', 'list: list, ...items: any', (run, list: List, ...items: List) => {
    sized(run, list);
    return [...list, ...items];
  }),
  define('concatenate', '...lists: list', (run, ...lists: readonly List[]) => joined(run, lists)),
  define(
    'insert before',
    'list: list, position: number, newItem: any',
    (run, list: List, position: number, item: unknown) => {
      sized(run, list);
      const index = position === list.length + 1 ? list.length : indexOf(list.length, position);
      return index === undefined ? noPosition(run, list, position) : list.toSpliced(index, 0, item);
    },
  ),
  define('remove', 'list: list, position: number', (run, list: List, position: number) => {
    sized(run, list);
    const index = indexOf(list.length, position);
    return index === undefined ? noPosition(run, list, position) : list.toSpliced(index, 1);
  }),
  define('reverse', 'list: list', (run, list: List) => sized(run, list).toReversed()),
  define('index of', 'list: list, match: any', (run, list: List, match: unknown) => {
    const positions: number[] = [];
    sized(run, list).forEach((entry, index) => {
      if (same(run, entry, match)) positions.push(index + 1);
    });
    return positions;
  }),
  define('flatten', 'list: list', (run, list: List) => flatten(run, list, [], 0)),
  define('partition', 'list: list, size: number', partition),
  define('all', '...list: any', (run, ...list: List) => allOf(run, list, false)),
  define('any', '...list: any', (run, ...list: List) => allOf(run, list, true)),
];

/** Three-valued: the decisive value wins, else anything but true and false makes the whole unknown. */
const allOf = (run: Run, args: List, decisive: boolean): boolean | null => {
  const [first] = args;
  const list: List = args.length === 1 && Array.isArray(first) ? first : args;
  sized(run, list);
  if (args.length === 1 && first === null) return nullBecause(run, () => 'Expected a list, found null');
  if (list.includes(decisive)) return decisive;
  const odd = list.find((entry) => typeof entry !== 'boolean');
  return odd === undefined ? !decisive : nullBecause(run, () => `Expected true or false, found ${describe(odd)}`);
};
