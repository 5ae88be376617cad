import { defineTable, int, intOrNull, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/**
 * Work for external workers. `state` is what search shows; `engine_state` is the state inside the instance (null once it is finished);
 * `fetchable` is 1 while a worker may have it, and 2 while it could if its instance were not suspended; `due_ms` is when a lock runs out or a back-off ends, null when neither is pending.
 */
export const jobs = defineTable({
  name: 'jobs',
  key: ['process_instance_key', 'key'],
  claim: ['claimed_ms', 'claimed_for'],
  columns: {
    process_instance_key: int,
    key: int,
    element_instance_key: int,
    element_id: text,
    type: text,
    state: text,
    engine_state: textOrNull,
    retries: int,
    headers: text,
    kind: text,
    listener_event: text,
    is_denied: int,
    denied_reason: textOrNull,
    fetchable: int,
    due_ms: intOrNull,
    worker: textOrNull,
    deadline_ms: intOrNull,
    error_message: textOrNull,
    error_code: textOrNull,
    created_ms: int,
    updated_ms: int,
    end_ms: intOrNull,
    definition_key: int,
    process_id: text,
    version: int,
    root_key: int,
    tenant_id: text,
  },
});
export type JobRow = RowOf<typeof jobs>;
