import type { UserTaskRow } from '../store/tables/user-tasks.ts';
import { dateText, dateTextOrNull, keyText, keyTextOrNull, stored, tenantId } from './answer.ts';

/** A user task as the API shows it. */
export const userTaskAnswer = (row: UserTaskRow) => ({
  userTaskKey: keyText(row.key),
  elementInstanceKey: keyText(row.element_instance_key),
  elementId: row.element_id,
  name: row.element_name ?? row.element_id,
  state: row.state,
  assignee: row.assignee,
  candidateGroups: stored<string[]>(row.candidate_groups),
  candidateUsers: stored<string[]>(row.candidate_users),
  creationDate: dateText(row.created_ms),
  completionDate: dateTextOrNull(row.end_ms),
  dueDate: row.due_date,
  followUpDate: row.follow_up_date,
  priority: row.priority,
  formKey: keyTextOrNull(row.form_key),
  externalFormReference: row.external_form_reference,
  customHeaders: stored<Record<string, string>>(row.headers),
  processDefinitionId: row.process_id,
  processDefinitionKey: keyText(row.definition_key),
  processDefinitionVersion: row.version,
  processName: row.process_name ?? row.process_id,
  processInstanceKey: keyText(row.process_instance_key),
  rootProcessInstanceKey: keyText(row.root_key),
  tags: stored<string[]>(row.tags),
  tenantId,
});
