import { defineTable, int, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Deployed versions of decisions, counted per decision id. They repeat what searches want to know of their file. */
export const decisionDefinitions = defineTable({
  name: 'decision_definitions',
  key: ['key'],
  columns: {
    key: int,
    decision_id: text,
    name: text,
    version: int,
    version_tag: textOrNull,
    requirements_key: int,
    requirements_id: text,
    requirements_name: text,
    requirements_version: int,
    deployment_key: int,
    is_latest: int,
    deleted: int,
    tenant_id: text,
  },
});
export type DecisionDefinitionRow = RowOf<typeof decisionDefinitions>;
