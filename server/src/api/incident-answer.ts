import { z } from 'zod';
import { incidentTypes } from '../store/searches/enum-values.ts';
import { incidentStates } from '../store/searches/incident-plan.ts';
import type { IncidentRow } from '../store/tables/incidents.ts';
import { dateText, keyText, keyTextOrNull } from './answer.ts';
import { dateType, keyType, tenantType } from './operation/answer-types.ts';

export const incidentType = z
  .strictObject({
    incidentKey: keyType,
    processDefinitionKey: keyType,
    processDefinitionId: z.string(),
    processInstanceKey: keyType,
    rootProcessInstanceKey: keyType.nullable(),
    errorType: z.enum(Object.keys(incidentTypes)),
    errorMessage: z.string(),
    elementId: z.string(),
    elementInstanceKey: keyType,
    creationTime: dateType,
    state: z.enum(incidentStates),
    jobKey: keyType.nullable(),
    tenantId: tenantType,
  })
  .meta({ id: 'Incident' });

/** An incident as the API shows it. */
export const incidentAnswer = (row: IncidentRow): z.input<typeof incidentType> => ({
  incidentKey: keyText(row.key),
  processDefinitionKey: keyText(row.definition_key),
  processDefinitionId: row.process_id,
  processInstanceKey: keyText(row.process_instance_key),
  rootProcessInstanceKey: keyText(row.root_key),
  errorType: row.type,
  errorMessage: row.message,
  elementId: row.element_id,
  elementInstanceKey: keyText(row.element_instance_key),
  creationTime: dateText(row.created_ms),
  state: row.state as (typeof incidentStates)[number],
  jobKey: keyTextOrNull(row.job_key),
  tenantId: row.tenant_id,
});

export const incidentExample: z.input<typeof incidentType> = {
  incidentKey: '1000000107',
  processDefinitionKey: '1000000003',
  processDefinitionId: 'invoice',
  processInstanceKey: '1000000101',
  rootProcessInstanceKey: '1000000101',
  errorType: 'JOB_NO_RETRIES',
  errorMessage: 'The accounting service did not answer',
  elementId: 'book-invoice',
  elementInstanceKey: '1000000104',
  creationTime: '2030-01-31T10:00:00.000Z',
  state: 'ACTIVE',
  jobKey: '1000000105',
  tenantId: '<default>',
};
