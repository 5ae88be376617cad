import { styleText } from 'node:util';
import type { Out, World } from './world.ts';

type Style = Parameters<typeof styleText>[0];

/** Colors text for people; what is piped stays plain, as does everything under `NO_COLOR`. */
export const styled = ({ env }: Pick<World, 'env'>, out: Out, style: Style, text: string): string =>
  out.isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb'
    ? styleText(style, text, { validateStream: false })
    : text;

/** One JSON document. */
export const printJson = ({ out }: Pick<World, 'out'>, value: unknown): void =>
  out.write(`${JSON.stringify(value, null, 2)}\n`);

/** A column of a table: its head, and its cell of an item. */
export type Column<T> = readonly [head: string, cell: (item: T) => unknown];

/** Names, texts and errors may hold anything; nothing in them may steer a terminal or break a line. */
const plain = (value: unknown): string => cellText(value).replaceAll(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');

const cellText = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '-';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** A table with its heads; on a terminal the last column is cut to fit. */
export const printTable = <T>(world: World, columns: readonly Column<T>[], items: readonly T[]): void => {
  const { out } = world;
  const rows = items.map((item) => columns.map(([, cell]) => plain(cell(item))));
  const heads = columns.map(([head]) => head.toUpperCase());
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string => {
    const text = cells.map((cell, at) => (at === cells.length - 1 ? cell : cell.padEnd(widths[at] ?? 0))).join('  ');
    return out.isTerminal && text.length > out.columns ? `${text.slice(0, out.columns - 1)}…` : text;
  };
  out.write(`${styled(world, out, 'dim', line(heads))}\n`);
  for (const row of rows) out.write(`${line(row)}\n`);
};

/** The fields of one thing, below each other. */
export const printFields = (world: World, item: object): void => {
  const fields = Object.entries(item);
  const width = Math.max(...fields.map(([name]) => name.length));
  for (const [name, value] of fields)
    world.out.write(`${styled(world, world.out, 'dim', name.padEnd(width))}  ${plain(value)}\n`);
};
