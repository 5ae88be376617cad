import type { GlobalOptions } from './connect.ts';
import { printJson, printTable } from './print.ts';
import type { Column } from './print.ts';
import type { World } from './world.ts';

/** Shows all of something: a table, a word where there is none, or JSON. `name` is what several are called. */
export const printList = <T>(
  world: World,
  { json }: GlobalOptions,
  name: string,
  items: readonly T[],
  columns: readonly Column<T>[],
): void => {
  if (json === true) printJson(world, items);
  else if (items.length === 0) world.err.write(`No ${name} found.\n`);
  else printTable(world, columns, items);
};
