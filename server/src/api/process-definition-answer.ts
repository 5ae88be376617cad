import { z } from 'zod';
import type { ProcessDefinitionRow } from '../store/tables/process-definitions.ts';
import { keyText } from './answer.ts';
import { keyType, tenantType } from './operation/answer-types.ts';

export const processDefinitionType = z
  .strictObject({
    processDefinitionKey: keyType,
    processDefinitionId: z.string(),
    name: z.string().nullable(),
    resourceName: z.string(),
    version: z.int(),
    versionTag: z.string().nullable(),
    tenantId: tenantType,
    hasStartForm: z.boolean(),
    state: z.enum(['ACTIVE', 'DELETED']),
  })
  .meta({ id: 'ProcessDefinition' });

/** A deployed process as the API shows it. */
export const processDefinitionAnswer = (row: ProcessDefinitionRow): z.input<typeof processDefinitionType> => ({
  processDefinitionKey: keyText(row.key),
  processDefinitionId: row.process_id,
  name: row.name,
  resourceName: row.resource_name,
  version: row.version,
  versionTag: row.version_tag,
  tenantId: row.tenant_id,
  hasStartForm: row.start_form_id !== null,
  state: row.deleted === 1 ? 'DELETED' : 'ACTIVE',
});

export const processDefinitionExample: z.input<typeof processDefinitionType> = {
  processDefinitionKey: '1000000003',
  processDefinitionId: 'invoice',
  name: 'Invoice',
  resourceName: 'invoice.bpmn',
  version: 2,
  versionTag: null,
  tenantId: '<default>',
  hasStartForm: true,
  state: 'ACTIVE',
};
