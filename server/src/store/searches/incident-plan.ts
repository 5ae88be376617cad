import { arrayLiteral } from '../postgres/array-literal.ts';
import type { IncidentRow } from '../tables/incidents.ts';
import { incidentTypes, plainEnum } from './enum-values.ts';
import type { Within } from './find-instances-below.ts';
import { oneTenant } from './one-tenant.ts';
import type { SearchContext, SearchPlan } from './search-plan.ts';

/** States of incidents. */
export const incidentStates = ['ACTIVE', 'PENDING', 'RESOLVED', 'MIGRATED'] as const;

/** Search of incidents. */
export const incidentPlan: SearchPlan<IncidentRow> = {
  from: 'incidents as n',
  columns: ['n.*'],
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
    tenantId: oneTenant,
    within: (query, value, { dialect }) => {
      const { elements, instances } = value as Within;
      const lists = [elements, instances].map((keys) => packed(keys, dialect));
      const isIn = dialect === 'sqlite' ? 'IN (SELECT value FROM json_each(?))' : '= ANY(?::int8[])';
      query.whereRaw(`(n.element_instance_key ${isIn} OR n.process_instance_key ${isIn})`, lists);
    },
  },
};

/** Many keys as one parameter: a statement takes only so many. */
const packed = (keys: readonly number[], dialect: SearchContext['dialect']): string =>
  dialect === 'sqlite' ? JSON.stringify(keys) : arrayLiteral(keys, 'int8');
