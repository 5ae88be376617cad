import { defineTable, int, intOrNull, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Who did what. `seal` names the seal that covers the entry; null until it is sealed. */
export const auditLog = defineTable({
  name: 'audit_log',
  key: ['key'],
  columns: {
    key: int,
    at_ms: int,
    category: text,
    entity_type: text,
    operation_type: text,
    entity_key: text,
    actor_type: text,
    actor_id: textOrNull,
    result: text,
    tenant_id: textOrNull,
    command_id: textOrNull,
    process_id: textOrNull,
    definition_key: intOrNull,
    process_instance_key: intOrNull,
    element_instance_key: intOrNull,
    job_key: intOrNull,
    user_task_key: intOrNull,
    related_type: textOrNull,
    related_key: textOrNull,
    details: textOrNull,
    seal: intOrNull,
  },
});
export type AuditLogRow = RowOf<typeof auditLog>;
