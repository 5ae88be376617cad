import { defineTable, int, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Where a signal finds its receivers: those of one tenant. */
export const signalAddress = (tenantId: string, name: string): string => JSON.stringify([tenantId, name]);

/** Open signal subscriptions of instances. */
export const signalSubscriptions = defineTable({
  name: 'signal_subscriptions',
  key: ['process_instance_key', 'key'],
  columns: {
    process_instance_key: int,
    key: int,
    element_instance_key: int,
    target_id: text,
    signal_name: text,
    tenant_id: text,
  },
  overlay: (row) => signalAddress(row.tenant_id, row.signal_name),
});
export type SignalSubscriptionRow = RowOf<typeof signalSubscriptions>;
