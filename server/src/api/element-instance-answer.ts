import { z } from 'zod';
import { elementTypes } from '../store/searches/enum-values.ts';
import type { OfTenant } from '../store/searches/tenant-of-instance.ts';
import type { ElementInstanceRow } from '../store/tables/element-instances.ts';
import { dateText, dateTextOrNull, keyText, keyTextOrNull } from './answer.ts';
import { dateType, keyType, tenantType } from './operation/answer-types.ts';

export const elementInstanceType = z
  .strictObject({
    elementInstanceKey: keyType,
    processInstanceKey: keyType,
    rootProcessInstanceKey: keyType.nullable(),
    processDefinitionKey: keyType,
    processDefinitionId: z.string(),
    elementId: z.string(),
    elementName: z.string(),
    type: z.enum(Object.keys(elementTypes)),
    state: z.enum(['ACTIVE', 'COMPLETED', 'TERMINATED']),
    startDate: dateType,
    endDate: dateType.nullable(),
    hasIncident: z.boolean(),
    incidentKey: keyType.nullable(),
    tenantId: tenantType,
  })
  .meta({ id: 'ElementInstance' });

/** An element instance as the API shows it. */
export const elementInstanceAnswer = (row: OfTenant<ElementInstanceRow>): z.input<typeof elementInstanceType> => ({
  elementInstanceKey: keyText(row.key),
  processInstanceKey: keyText(row.process_instance_key),
  rootProcessInstanceKey: keyText(row.root_key),
  processDefinitionKey: keyText(row.definition_key),
  processDefinitionId: row.process_id,
  elementId: row.element_id,
  elementName: row.element_name ?? row.element_id,
  type: row.element_type,
  state: row.end_ms === null ? 'ACTIVE' : (row.state as 'COMPLETED'),
  startDate: dateText(row.start_ms),
  endDate: dateTextOrNull(row.end_ms),
  hasIncident: row.incident_key !== null,
  incidentKey: keyTextOrNull(row.incident_key),
  tenantId: row.tenant_id,
});

export const elementInstanceExample: z.input<typeof elementInstanceType> = {
  elementInstanceKey: '1000000104',
  processInstanceKey: '1000000101',
  rootProcessInstanceKey: '1000000101',
  processDefinitionKey: '1000000003',
  processDefinitionId: 'invoice',
  elementId: 'book-invoice',
  elementName: 'Book the invoice',
  type: 'SERVICE_TASK',
  state: 'ACTIVE',
  startDate: '2030-01-31T10:00:00.000Z',
  endDate: null,
  hasIncident: false,
  incidentKey: null,
  tenantId: '<default>',
};
