import type { IncidentRow } from '../store/tables/incidents.ts';
import { dateText, keyText, keyTextOrNull, tenantId } from './answer.ts';

/** An incident as the API shows it. */
export const incidentAnswer = (row: IncidentRow) => ({
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
  state: row.state,
  jobKey: keyTextOrNull(row.job_key),
  tenantId,
});
