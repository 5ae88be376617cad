import { defineTable, int, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';
import { messageAddress } from './message-subscriptions.ts';

/** Published messages within their time to live. `correlated` lists the process ids that have had them. */
export const messages = defineTable({
  name: 'messages',
  key: ['key'],
  columns: {
    key: int,
    name: text,
    correlation_key: text,
    message_id: textOrNull,
    variables: text,
    published_ms: int,
    expires_ms: int,
    correlated: text,
    tenant_id: text,
  },
  overlay: (row) => messageAddress(row.tenant_id, row.name, row.correlation_key),
});
export type MessageRow = RowOf<typeof messages>;
