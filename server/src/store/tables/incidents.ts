import { defineTable, int, intOrNull, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Incidents, `ACTIVE` or `RESOLVED`. */
export const incidents = defineTable({
  name: 'incidents',
  key: ['process_instance_key', 'key'],
  columns: {
    process_instance_key: int,
    key: int,
    element_instance_key: int,
    element_id: text,
    type: text,
    message: text,
    state: text,
    job_key: intOrNull,
    created_ms: int,
    resolved_ms: intOrNull,
    definition_key: int,
    process_id: text,
    root_key: int,
    tenant_id: text,
  },
});
export type IncidentRow = RowOf<typeof incidents>;
