import { z } from 'zod';
import { clusterVariableScopes } from '../store/searches/cluster-variable-plan.ts';
import type { ClusterVariableRow } from '../store/tables/cluster-variables.ts';
import { tenantType } from './operation/answer-types.ts';
import { cutValue } from './cut-value.ts';

const fields = {
  name: z.string(),
  value: z.string().describe('JSON text.'),
  scope: z.enum(clusterVariableScopes),
  tenantId: tenantType.nullable().describe('Null for a variable of the whole cluster.'),
};
export const clusterVariableType = z.strictObject(fields).meta({ id: 'ClusterVariable' });
export const shownClusterVariableType = z
  .strictObject({ ...fields, isTruncated: z.boolean().describe('Whether the value was cut.') })
  .meta({ id: 'ListedClusterVariable' });

/** A variable with its whole value. */
export const clusterVariableAnswer = (row: ClusterVariableRow): z.input<typeof clusterVariableType> => ({
  name: row.name,
  value: row.value,
  scope: row.scope as (typeof clusterVariableScopes)[number],
  tenantId: row.tenant_id === '' ? null : row.tenant_id,
});

/** A variable in a list: long values are cut unless the caller wants them whole. */
export const shownClusterVariable =
  (truncate: boolean) =>
  (row: ClusterVariableRow): z.input<typeof shownClusterVariableType> => ({
    ...clusterVariableAnswer(row),
    ...cutValue(row.value, truncate),
  });

export const clusterVariableExample: z.input<typeof clusterVariableType> = {
  name: 'PAYMENT_API',
  value: '{"url":"https://payment.example.com","timeoutMs":5000}',
  scope: 'GLOBAL',
  tenantId: null,
};
