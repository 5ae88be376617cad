import { defineTable, int, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/**
 * The last message that was kept and the last wait that was opened at an address, each as a fresh key that stands for it. Only on a database that
 * several servers share.
 */
export const messageAddresses = defineTable({
  name: 'message_addresses',
  key: ['tenant_id', 'name', 'correlation_key'],
  columns: { tenant_id: text, name: text, correlation_key: text, sent: int, opened: int, at_ms: int },
});
export type MessageAddressRow = RowOf<typeof messageAddresses>;
