/** Columns of the instance list. */
export type ColumnId = 'state' | 'process' | 'key' | 'business' | 'started' | 'ended' | 'parent' | 'tenant';

/** All columns with the words of the column chooser, in the order in which they are shown. */
export const columnNames: readonly (readonly [ColumnId, string])[] = [
  ['state', 'State'],
  ['process', 'Process'],
  ['key', 'Instance key'],
  ['business', 'Business id'],
  ['started', 'Started'],
  ['ended', 'Ended'],
  ['parent', 'Called by'],
];

/** What is shown before anybody chose. */
export const defaultColumns: readonly ColumnId[] = ['state', 'process', 'key', 'business', 'started', 'ended'];
