import { defineTable, int, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** The chain over the audit log: each seal's hash covers its entries and the hash before it. */
export const auditSeals = defineTable({
  name: 'audit_seals',
  key: ['seal'],
  columns: { seal: int, at_ms: int, entries: int, previous_hash: text, hash: text, is_last: int },
});
export type AuditSealRow = RowOf<typeof auditSeals>;
