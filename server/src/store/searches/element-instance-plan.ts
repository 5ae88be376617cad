import type { ElementInstanceRow } from '../tables/element-instances.ts';
import { elementStates, elementTypes } from './enum-values.ts';
import type { SearchPlan } from './search-plan.ts';
import { tenantOfInstance } from './tenant-of-instance.ts';
import type { OfTenant } from './tenant-of-instance.ts';

/** Search of element instances. */
export const elementInstancePlan: SearchPlan<OfTenant<ElementInstanceRow>> = {
  from: 'element_instances as e',
  columns: ['e.*', `${tenantOfInstance('e')} AS tenant_id`],
  tenant: tenantOfInstance('e'),
  tiebreak: 'e.key',
  fields: {
    elementInstanceKey: { kind: 'key', column: 'e.key' },
    processInstanceKey: { kind: 'key', column: 'e.process_instance_key' },
    processDefinitionKey: { kind: 'key', column: 'e.definition_key' },
    processDefinitionId: { kind: 'string', column: 'e.process_id' },
    elementInstanceScopeKey: { kind: 'key', column: 'e.scope_key', nullable: true },
    elementId: { kind: 'string', column: 'e.element_id' },
    elementName: { kind: 'string', column: 'e.element_name', nullable: true },
    type: { kind: 'enum', column: 'e.element_type', values: elementTypes },
    state: { kind: 'enum', column: 'e.state', values: elementStates },
    hasIncident: { kind: 'boolean', column: 'CASE WHEN e.incident_key IS NULL THEN 0 ELSE 1 END', literalOnly: true },
    incidentKey: { kind: 'key', column: 'e.incident_key', nullable: true },
    startDate: { kind: 'date', column: 'e.start_ms' },
    endDate: { kind: 'date', column: 'e.end_ms', nullable: true },
  },
  sortable: [
    'elementInstanceKey',
    'processInstanceKey',
    'processDefinitionKey',
    'processDefinitionId',
    'startDate',
    'endDate',
    'elementId',
    'elementName',
    'type',
    'state',
    'incidentKey',
    'tenantId',
  ],
};
