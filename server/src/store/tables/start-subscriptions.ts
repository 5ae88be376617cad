import { defineTable, int, intOrNull, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Message, signal and conditional (`kind` condition, without a name) start events of the latest version of each process. */
export const startSubscriptions = defineTable({
  name: 'start_subscriptions',
  key: ['key'],
  columns: {
    key: int,
    kind: text,
    name: text,
    process_id: text,
    definition_key: int,
    element_id: text,
    part_index: intOrNull,
    part_of: intOrNull,
    tenant_id: text,
  },
});
export type StartSubscriptionRow = RowOf<typeof startSubscriptions>;
