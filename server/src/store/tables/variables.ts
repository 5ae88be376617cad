import { defineTable, int, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Variables by scope, as JSON text. Those of ended scopes stay for search. */
export const variables = defineTable({
  name: 'variables',
  key: ['process_instance_key', 'key'],
  columns: { process_instance_key: int, key: int, scope_key: int, name: text, value: text, root_key: int },
});
export type VariableRow = RowOf<typeof variables>;
