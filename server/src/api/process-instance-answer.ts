import { z } from 'zod';
import { processInstanceStates } from '../store/searches/process-instance-plan.ts';
import type { ProcessInstanceRow } from '../store/tables/process-instances.ts';
import { dateText, dateTextOrNull, keyText, keyTextOrNull, stored } from './answer.ts';
import { dateType, keyType, tenantType } from './operation/answer-types.ts';

export const processInstanceType = z
  .strictObject({
    processInstanceKey: keyType,
    processDefinitionKey: keyType,
    processDefinitionId: z.string(),
    processDefinitionName: z.string().nullable(),
    processDefinitionVersion: z.int(),
    processDefinitionVersionTag: z.string().nullable(),
    parentProcessInstanceKey: keyType.nullable(),
    parentElementInstanceKey: keyType.nullable(),
    rootProcessInstanceKey: keyType.nullable(),
    startDate: dateType,
    endDate: dateType.nullable(),
    state: z.enum(processInstanceStates),
    hasIncident: z.boolean(),
    businessId: z.string().nullable(),
    tags: z.array(z.string()),
    tenantId: tenantType,
  })
  .meta({ id: 'ProcessInstance' });

/** A process instance as the API shows it. */
export const processInstanceAnswer = (row: ProcessInstanceRow): z.input<typeof processInstanceType> => ({
  processInstanceKey: keyText(row.key),
  processDefinitionKey: keyText(row.definition_key),
  processDefinitionId: row.process_id,
  processDefinitionName: row.process_name,
  processDefinitionVersion: row.version,
  processDefinitionVersionTag: row.version_tag,
  parentProcessInstanceKey: keyTextOrNull(row.parent_instance_key),
  parentElementInstanceKey: keyTextOrNull(row.parent_element_key),
  rootProcessInstanceKey: keyText(row.root_key),
  startDate: dateText(row.start_ms),
  endDate: dateTextOrNull(row.end_ms),
  state: row.status as (typeof processInstanceStates)[number],
  hasIncident: row.incident_count > 0,
  businessId: row.business_id,
  tags: stored<string[]>(row.tags),
  tenantId: row.tenant_id,
});

export const processInstanceExample: z.input<typeof processInstanceType> = {
  processInstanceKey: '1000000101',
  processDefinitionKey: '1000000003',
  processDefinitionId: 'invoice',
  processDefinitionName: 'Invoice',
  processDefinitionVersion: 2,
  processDefinitionVersionTag: null,
  parentProcessInstanceKey: null,
  parentElementInstanceKey: null,
  rootProcessInstanceKey: '1000000101',
  startDate: '2030-01-31T10:00:00.000Z',
  endDate: null,
  state: 'ACTIVE',
  hasIncident: false,
  businessId: 'INV-2030-17',
  tags: ['region:eu'],
  tenantId: '<default>',
};
