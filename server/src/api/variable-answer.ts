import { maxShownValue } from '../store/searches/variable-plan.ts';
import type { VariableRow } from '../store/tables/variables.ts';
import { keyText, tenantId } from './answer.ts';

/** A variable with its whole value, as JSON text. */
export const fullVariable = (row: VariableRow) => ({
  variableKey: keyText(row.key),
  name: row.name,
  value: row.value,
  scopeKey: keyText(row.scope_key),
  processInstanceKey: keyText(row.process_instance_key),
  rootProcessInstanceKey: keyText(row.root_key),
  tenantId,
});

/** A variable in a list: long values are cut unless the caller wants them whole. */
export const shownVariable = (truncate: boolean) => (row: VariableRow) => {
  const isTruncated = truncate && row.value.length > maxShownValue;
  return { ...fullVariable(row), value: isTruncated ? row.value.slice(0, maxShownValue) : row.value, isTruncated };
};
