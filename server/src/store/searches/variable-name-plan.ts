import type { SearchPlan } from './search-plan.ts';
import { tenantOfInstance } from './tenant-of-instance.ts';

/** How many instances of a process version are looked through for names. */
const maxInstances = 10_000;

/** Names of the variables that instances of a process version have or had: of those that started last, so that a million of them cost no more. */
export const variableNamePlan = (definitionKey: number): SearchPlan<{ readonly name: string }> => ({
  from: 'variables AS v',
  base: (query) =>
    void query.whereRaw(
      `v.process_instance_key IN (SELECT i.key FROM process_instances AS i WHERE i.definition_key = ?
        ORDER BY i.start_ms DESC LIMIT ${maxInstances})`,
      [definitionKey],
    ),
  groupBy: 'v.name',
  columns: ['v.name'],
  tenant: tenantOfInstance('v'),
  tiebreak: 'v.name',
  isTiebreakText: true,
  fields: { name: { kind: 'string', column: 'v.name' } },
  sortable: [],
});
