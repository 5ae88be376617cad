import { defineTable, int, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Message (`kind` message) and signal (`kind` signal) start events of the latest version of each process. */
export const startSubscriptions = defineTable({
  name: 'start_subscriptions',
  key: ['key'],
  columns: { key: int, kind: text, name: text, process_id: text, definition_key: int, element_id: text },
});
export type StartSubscriptionRow = RowOf<typeof startSubscriptions>;
