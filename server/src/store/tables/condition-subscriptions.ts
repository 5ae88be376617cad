import { defineTable, int, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Open conditions of element instances; `holds` is what the condition was when it was last looked at. */
export const conditionSubscriptions = defineTable({
  name: 'condition_subscriptions',
  key: ['process_instance_key', 'key'],
  columns: {
    process_instance_key: int,
    key: int,
    element_instance_key: int,
    target_id: text,
    event_index: int,
    holds: int,
  },
});
export type ConditionSubscriptionRow = RowOf<typeof conditionSubscriptions>;
