import { defineTable, int, intOrNull, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/**
 * One row per process instance, living or ended. `revision` is the number of its last journal entry and what compare-and-swap looks at.
 * `status` is what search shows; `suspended_ms` is since when it is `SUSPENDED`.
 */
export const processInstances = defineTable({
  name: 'process_instances',
  key: ['key'],
  claim: ['claimed_ms', 'claimed_for'],
  columns: {
    key: int,
    revision: int,
    status: text,
    definition_key: int,
    process_id: text,
    version: int,
    process_name: textOrNull,
    version_tag: textOrNull,
    parent_instance_key: intOrNull,
    parent_element_key: intOrNull,
    root_key: int,
    call_depth: int,
    business_id: textOrNull,
    tags: text,
    start_ms: int,
    end_ms: intOrNull,
    incident_count: int,
    continuation: textOrNull,
    remove_ms: intOrNull,
    terminate_after: textOrNull,
    suspended_ms: intOrNull,
    tenant_id: text,
  },
});
/** The value of `remove_ms` once a part of the instance has been removed. */
export const beingRemoved = 0;
export type ProcessInstanceRow = RowOf<typeof processInstances>;
