import { defineTable, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Values that the servers on one database share, by name. */
export const meta = defineTable({ name: 'meta', key: ['name'], columns: { name: text, value: text } });
export type MetaRow = RowOf<typeof meta>;
