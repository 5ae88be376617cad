import { defineTable, int, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Tokens that wait at a join, per scope, join and sequence flow. */
export const parkedTokens = defineTable({
  name: 'parked_tokens',
  key: ['process_instance_key', 'scope_key', 'element_id', 'flow_id'],
  columns: { process_instance_key: int, scope_key: int, element_id: text, flow_id: text, tokens: int },
});
export type ParkedTokenRow = RowOf<typeof parkedTokens>;
