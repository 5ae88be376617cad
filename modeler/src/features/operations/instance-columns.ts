import { t } from '../../language/texts';

/** Columns of the instance list. */
export type ColumnId = 'state' | 'process' | 'key' | 'business' | 'started' | 'ended' | 'parent' | 'tenant';

/** All columns with the words of the column chooser, in the order in which they are shown. */
export const columnNames: readonly (readonly [ColumnId, string])[] = [
  ['state', t('State')],
  ['process', t('Process')],
  ['key', t('Instance key')],
  ['business', t('Business id')],
  ['started', t('Started')],
  ['ended', t('Ended')],
  ['parent', t('Called by')],
];

/** What is shown before anybody chose. */
export const defaultColumns: readonly ColumnId[] = ['state', 'process', 'key', 'business', 'started', 'ended'];
