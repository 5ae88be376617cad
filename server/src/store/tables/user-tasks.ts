import { defineTable, int, intOrNull, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Tasks of people. Dates are kept as given (`due_date`) and as epoch milliseconds (`due_ms`) for filters and order. */
export const userTasks = defineTable({
  name: 'user_tasks',
  key: ['process_instance_key', 'key'],
  columns: {
    process_instance_key: int,
    key: int,
    element_instance_key: int,
    element_id: text,
    element_name: textOrNull,
    state: text,
    assignee: textOrNull,
    candidate_groups: text,
    candidate_users: text,
    due_date: textOrNull,
    due_ms: intOrNull,
    follow_up_date: textOrNull,
    follow_up_ms: intOrNull,
    priority: int,
    form_id: textOrNull,
    form_binding: textOrNull,
    form_version_tag: textOrNull,
    form_key: intOrNull,
    embedded_form: textOrNull,
    external_form_reference: textOrNull,
    headers: text,
    created_ms: int,
    end_ms: intOrNull,
    definition_key: int,
    process_id: text,
    version: int,
    process_name: textOrNull,
    root_key: int,
    tags: text,
    tenant_id: text,
  },
});
export type UserTaskRow = RowOf<typeof userTasks>;
