import { defineTable, int, intOrNull, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Messages that reached an instance. `element_instance_key` is null for one that a message started. */
export const messageCorrelations = defineTable({
  name: 'message_correlations',
  key: ['process_instance_key', 'subscription_key', 'message_key'],
  columns: {
    process_instance_key: int,
    subscription_key: int,
    message_key: int,
    element_instance_key: intOrNull,
    element_id: text,
    message_name: text,
    correlation_key: text,
    at_ms: int,
    definition_key: int,
    process_id: text,
    root_key: int,
    tenant_id: text,
  },
});
export type MessageCorrelationRow = RowOf<typeof messageCorrelations>;
