import { defineTable, int, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Open signal subscriptions of instances. */
export const signalSubscriptions = defineTable({
  name: 'signal_subscriptions',
  key: ['process_instance_key', 'key'],
  columns: { process_instance_key: int, key: int, element_instance_key: int, target_id: text, signal_name: text },
  overlay: (row) => row.signal_name,
});
export type SignalSubscriptionRow = RowOf<typeof signalSubscriptions>;
