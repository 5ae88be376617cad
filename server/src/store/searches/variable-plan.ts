import type { VariableRow } from '../tables/variables.ts';
import type { SearchPlan } from './search-plan.ts';
import { tenantOfInstance } from './tenant-of-instance.ts';
import type { OfTenant } from './tenant-of-instance.ts';

/** How much of a variable a search shows, unless it is asked for all. */
export const maxShownValue = 8_192;

/** Search of variables by exact scope. */
export const variablePlan: SearchPlan<OfTenant<VariableRow>> = {
  from: 'variables as v',
  columns: ['v.*', `${tenantOfInstance('v')} AS tenant_id`],
  tenant: tenantOfInstance('v'),
  tiebreak: 'v.key',
  fields: {
    variableKey: { kind: 'key', column: 'v.key' },
    name: { kind: 'string', column: 'v.name' },
    value: { kind: 'string', column: 'v.value' },
    scopeKey: { kind: 'key', column: 'v.scope_key' },
    processInstanceKey: { kind: 'key', column: 'v.process_instance_key' },
    isTruncated: {
      kind: 'boolean',
      column: `CASE WHEN length(v.value) > ${maxShownValue} THEN 1 ELSE 0 END`,
      literalOnly: true,
    },
  },
  guards: {
    PROCESS_DEFINITION: {
      kind: 'string',
      column: '(SELECT g.process_id FROM process_instances g WHERE g.key = v.process_instance_key)',
    },
  },
  sortable: ['value', 'name', 'tenantId', 'variableKey', 'scopeKey', 'processInstanceKey'],
};

/** The same, seen from one place: of variables with the same name only that of the innermost scope. */
export const effectiveVariablePlan: SearchPlan<OfTenant<VariableRow>> = {
  ...variablePlan,
  custom: {
    ...variablePlan.custom,
    innermost: (query, value) => {
      const scopes = value as number[];
      scopes.forEach((scope, depth) => {
        const inner = scopes.slice(0, depth);
        if (inner.length === 0) return;
        const places = inner.map(() => '?').join(', ');
        query.whereRaw(
          `NOT (v.scope_key = ? AND EXISTS (SELECT 1 FROM variables o WHERE o.name = v.name AND o.scope_key IN (${places})))`,
          [scope, ...inner],
        );
      });
    },
  },
};
