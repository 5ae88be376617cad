import { defineTable, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Who brings this claim in a token of the identity provider is a member of what the rule is a member of. */
export const mappingRules = defineTable({
  name: 'mapping_rules',
  key: ['mapping_rule_id'],
  columns: { mapping_rule_id: text, claim_name: text, claim_value: text, name: text },
});
export type MappingRuleRow = RowOf<typeof mappingRules>;
