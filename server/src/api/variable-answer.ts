import { z } from 'zod';
import type { OfTenant } from '../store/searches/tenant-of-instance.ts';
import type { VariableRow } from '../store/tables/variables.ts';
import { keyText } from './answer.ts';
import { cutValue } from './cut-value.ts';
import { keyType, tenantType } from './operation/answer-types.ts';

const fields = {
  variableKey: keyType,
  name: z.string(),
  value: z.string().describe('JSON text.'),
  scopeKey: keyType,
  processInstanceKey: keyType,
  rootProcessInstanceKey: keyType.nullable(),
  tenantId: tenantType,
};
export const variableType = z.strictObject(fields).meta({ id: 'Variable' });
export const shownVariableType = z
  .strictObject({ ...fields, isTruncated: z.boolean().describe('Whether the value was cut.') })
  .meta({ id: 'ListedVariable' });

/** A variable with its whole value, as JSON text. */
export const fullVariable = (row: OfTenant<VariableRow>): z.input<typeof variableType> => ({
  variableKey: keyText(row.key),
  name: row.name,
  value: row.value,
  scopeKey: keyText(row.scope_key),
  processInstanceKey: keyText(row.process_instance_key),
  rootProcessInstanceKey: keyText(row.root_key),
  tenantId: row.tenant_id,
});

/** A variable in a list: long values are cut unless the caller wants them whole. */
export const shownVariable =
  (truncate: boolean) =>
  (row: OfTenant<VariableRow>): z.input<typeof shownVariableType> => ({
    ...fullVariable(row),
    ...cutValue(row.value, truncate),
  });

export const variableExample: z.input<typeof variableType> = {
  variableKey: '1000000103',
  name: 'amount',
  value: '1250',
  scopeKey: '1000000101',
  processInstanceKey: '1000000101',
  rootProcessInstanceKey: '1000000101',
  tenantId: '<default>',
};
