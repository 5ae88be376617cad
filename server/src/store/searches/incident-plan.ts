import type { IncidentRow } from '../tables/incidents.ts';
import { incidentTypes, plainEnum } from './enum-values.ts';
import type { Within } from './find-instances-below.ts';
import { isOneOf, manyAsOne } from './one-of-many.ts';
import type { SearchPlan } from './search-plan.ts';

/** States of incidents. */
export const incidentStates = ['ACTIVE', 'PENDING', 'RESOLVED', 'MIGRATED'] as const;

/** Search of incidents. */
export const incidentPlan: SearchPlan<IncidentRow> = {
  from: 'incidents as n',
  columns: ['n.*'],
  tenant: 'n.tenant_id',
  tiebreak: 'n.key',
  fields: {
    incidentKey: { kind: 'key', column: 'n.key' },
    processDefinitionKey: { kind: 'key', column: 'n.definition_key' },
    processDefinitionId: { kind: 'string', column: 'n.process_id' },
    processInstanceKey: { kind: 'key', column: 'n.process_instance_key' },
    rootProcessInstanceKey: { kind: 'key', column: 'n.root_key' },
    errorType: { kind: 'enum', column: 'n.type', values: incidentTypes },
    errorMessage: { kind: 'string', column: 'n.message' },
    elementId: { kind: 'string', column: 'n.element_id' },
    elementInstanceKey: { kind: 'key', column: 'n.element_instance_key' },
    creationTime: { kind: 'date', column: 'n.created_ms' },
    state: { kind: 'enum', column: 'n.state', values: plainEnum(...incidentStates) },
    jobKey: { kind: 'key', column: 'n.job_key', nullable: true },
  },
  sortable: [
    'incidentKey',
    'processDefinitionKey',
    'processDefinitionId',
    'processInstanceKey',
    'errorType',
    'elementId',
    'elementInstanceKey',
    'creationTime',
    'state',
    'jobKey',
    'tenantId',
  ],
  custom: {
    within: (query, value, { dialect }) => {
      const { elements, instances } = value as Within;
      const lists = [elements, instances].map((keys) => manyAsOne(keys, dialect, 'int8'));
      const isIn = (column: string): string => isOneOf(column, dialect, 'int8');
      query.whereRaw(`(${isIn('n.element_instance_key')} OR ${isIn('n.process_instance_key')})`, lists);
    },
  },
};
