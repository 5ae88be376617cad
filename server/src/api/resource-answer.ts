import { z } from 'zod';
import type { ResourceRow } from '../store/tables/resources.ts';
import { keyText } from './answer.ts';
import { keyType, tenantType } from './operation/answer-types.ts';

export const resourceType = z
  .strictObject({
    resourceKey: keyType,
    resourceName: z.string(),
    resourceId: z.string().describe('The id inside an RPA script; of other files their name.'),
    version: z.int(),
    versionTag: z.string().nullable(),
    tenantId: tenantType,
  })
  .meta({ id: 'Resource' });

/** A deployed file that is no process, form or decision. */
export const resourceAnswer = (row: ResourceRow): z.input<typeof resourceType> => ({
  resourceKey: keyText(row.key),
  resourceName: row.name,
  resourceId: row.script_id ?? row.name,
  version: row.version,
  versionTag: row.version_tag,
  tenantId: row.tenant_id,
});

export const resourceExample: z.input<typeof resourceType> = {
  resourceKey: '1000000008',
  resourceName: 'fetch-invoices.rpa',
  resourceId: 'fetch-invoices',
  version: 1,
  versionTag: 'v1',
  tenantId: '<default>',
};
