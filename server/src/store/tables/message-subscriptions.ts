import { defineTable, int, intOrNull, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Where a message finds its receivers: those of one tenant. */
export const messageAddress = (tenantId: string, name: string, correlationKey: string): string =>
  JSON.stringify([tenantId, name, correlationKey]);

/** Open message subscriptions of instances. `updated_ms`: when it was opened or last got a message; null in rows of Baton before that was kept. */
export const messageSubscriptions = defineTable({
  name: 'message_subscriptions',
  key: ['process_instance_key', 'key'],
  columns: {
    process_instance_key: int,
    key: int,
    element_instance_key: int,
    target_id: text,
    message_name: text,
    correlation_key: text,
    process_id: text,
    updated_ms: intOrNull,
    tenant_id: text,
  },
  overlay: (row) => messageAddress(row.tenant_id, row.message_name, row.correlation_key),
});
export type MessageSubscriptionRow = RowOf<typeof messageSubscriptions>;
