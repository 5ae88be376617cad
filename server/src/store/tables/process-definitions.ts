import { defineTable, int, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Deployed versions of processes. Deleted ones stay for their running instances. */
export const processDefinitions = defineTable({
  name: 'process_definitions',
  key: ['key'],
  columns: {
    key: int,
    process_id: text,
    version: int,
    version_tag: textOrNull,
    name: textOrNull,
    resource_key: int,
    resource_name: text,
    deployment_key: int,
    checksum: text,
    start_form_id: textOrNull,
    is_latest: int,
    deleted: int,
    tenant_id: text,
  },
});
export type ProcessDefinitionRow = RowOf<typeof processDefinitions>;
