import type { GlobalOptions } from './connect.ts';
import type { Item, Kind } from './kinds.ts';
import { printJson, printTable, styled } from './print.ts';
import type { World } from './world.ts';

interface Count {
  readonly totalItems: number;
  readonly hasMoreTotalItems: boolean;
}

/** Shows what a search found; `count` of all that there is, null where everything is shown. */
export const printFound = (
  world: World,
  { json }: GlobalOptions,
  { name, columns }: Kind,
  items: readonly object[],
  count: Count | null,
): void => {
  if (json === true) return printJson(world, items);
  const { err } = world;
  if (items.length === 0) return err.write(`No ${name} found.\n`);
  printTable(world, columns, items as readonly Item[]);
  if (count === null || count.totalItems <= items.length) return;
  const total = `${count.totalItems}${count.hasMoreTotalItems ? ' or more' : ''}`;
  err.write(styled(world, err, 'dim', `${items.length} of ${total}; --limit shows more.\n`));
};
