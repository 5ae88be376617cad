import { defineTable, int, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Uploaded files as they came. `kind`: bpmn, form, dmn or generic; `encoding`: utf8, or base64 for what is not text. */
export const resources = defineTable({
  name: 'resources',
  key: ['key'],
  columns: {
    key: int,
    deployment_key: int,
    name: text,
    kind: text,
    version: int,
    checksum: text,
    encoding: text,
    content: text,
    deleted: int,
  },
});
export type ResourceRow = RowOf<typeof resources>;
