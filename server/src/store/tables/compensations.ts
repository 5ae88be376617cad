import { defineTable, int, intOrNull, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/**
 * Completed activities that can be compensated. `owner_key` is the element instance of their scope, or the entry of the completed scope that
 * they are in; `position` counts up inside an owner.
 */
export const compensations = defineTable({
  name: 'compensations',
  key: ['process_instance_key', 'key'],
  columns: {
    process_instance_key: int,
    key: int,
    owner_key: int,
    position: int,
    element_id: text,
    variables: text,
    run_key: intOrNull,
    handler_key: intOrNull,
  },
});
export type CompensationRow = RowOf<typeof compensations>;
