import { defineTable, int, intOrNull, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/**
 * What was decided: one row for each decision of an evaluation, in the order in which they were evaluated. `instance_id` is
 * `<evaluation key>-<place>`, counted from 1. Columns of a process are null where the API asked.
 */
export const decisionInstances = defineTable({
  name: 'decision_instances',
  key: ['key'],
  columns: {
    key: int,
    evaluation_key: int,
    instance_id: text,
    state: text,
    at_ms: int,
    decision_id: text,
    decision_name: text,
    decision_version: int,
    decision_type: text,
    definition_key: int,
    requirements_key: int,
    root_definition_key: int,
    process_definition_key: intOrNull,
    process_instance_key: intOrNull,
    root_instance_key: intOrNull,
    element_instance_key: intOrNull,
    result: text,
    failure: textOrNull,
    inputs: text,
    rules: text,
    tenant_id: text,
  },
});
export type DecisionInstanceRow = RowOf<typeof decisionInstances>;
