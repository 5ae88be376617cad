import { defineTable, int, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Deployed versions of DMN files. Their decisions have rows of their own. */
export const decisionRequirements = defineTable({
  name: 'decision_requirements',
  key: ['key'],
  columns: {
    key: int,
    drg_id: text,
    name: textOrNull,
    version: int,
    resource_key: int,
    resource_name: text,
    deployment_key: int,
    checksum: text,
    is_latest: int,
    deleted: int,
    tenant_id: text,
  },
});
export type DecisionRequirementsRow = RowOf<typeof decisionRequirements>;
