import { defineTable, int, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Deployed versions of form-js forms. */
export const forms = defineTable({
  name: 'forms',
  key: ['key'],
  columns: {
    key: int,
    form_id: text,
    version: int,
    version_tag: textOrNull,
    resource_key: int,
    resource_name: text,
    deployment_key: int,
    checksum: text,
    is_latest: int,
    deleted: int,
    tenant_id: text,
  },
});
export type FormRow = RowOf<typeof forms>;
