import { defineTable, int, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Uploaded files as they came. `kind`: bpmn, form, dmn or generic; `encoding`: utf8, or base64 for what is not text. RPA scripts have an id and a version tag inside. */
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
    script_id: textOrNull,
    version_tag: textOrNull,
    tenant_id: text,
  },
});
export type ResourceRow = RowOf<typeof resources>;
