import { defineTable, int, intOrNull, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Every element instance that ever was; the living ones are the state, the ended ones stay for search. */
export const elementInstances = defineTable({
  name: 'element_instances',
  key: ['process_instance_key', 'key'],
  columns: {
    process_instance_key: int,
    key: int,
    element_id: text,
    element_name: textOrNull,
    element_type: text,
    scope_key: intOrNull,
    state: text,
    start_ms: int,
    end_ms: intOrNull,
    incident_key: intOrNull,
    called_instance_key: intOrNull,
    evaluation_key: intOrNull,
    trigger: textOrNull,
    interrupted_by: textOrNull,
    loop: textOrNull,
    loop_items: textOrNull,
    loop_counter: intOrNull,
    compensates: intOrNull,
    resets: textOrNull,
    gathered: textOrNull,
    listening: textOrNull,
    ad_hoc: textOrNull,
    definition_key: int,
    process_id: text,
    root_key: int,
  },
});
export type ElementInstanceRow = RowOf<typeof elementInstances>;
