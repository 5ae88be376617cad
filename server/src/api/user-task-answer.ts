import { z } from 'zod';
import { userTaskStates } from '../store/searches/user-task-plan.ts';
import type { UserTaskRow } from '../store/tables/user-tasks.ts';
import { dateText, dateTextOrNull, keyText, keyTextOrNull, stored } from './answer.ts';
import { dateType, keyType, tenantType } from './operation/answer-types.ts';

export const userTaskType = z
  .strictObject({
    userTaskKey: keyType,
    elementInstanceKey: keyType,
    elementId: z.string(),
    name: z.string(),
    state: z.enum(userTaskStates),
    assignee: z.string().nullable(),
    candidateGroups: z.array(z.string()),
    candidateUsers: z.array(z.string()),
    creationDate: dateType,
    completionDate: dateType.nullable(),
    dueDate: dateType.nullable(),
    followUpDate: dateType.nullable(),
    priority: z.int().describe('0 to 100.'),
    formKey: keyType.nullable(),
    externalFormReference: z.string().nullable(),
    customHeaders: z.record(z.string(), z.string()),
    processDefinitionId: z.string(),
    processDefinitionKey: keyType,
    processDefinitionVersion: z.int(),
    processName: z.string(),
    processInstanceKey: keyType,
    rootProcessInstanceKey: keyType.nullable(),
    tags: z.array(z.string()),
    tenantId: tenantType,
  })
  .meta({ id: 'UserTask' });

/** A user task as the API shows it. */
export const userTaskAnswer = (row: UserTaskRow): z.input<typeof userTaskType> => ({
  userTaskKey: keyText(row.key),
  elementInstanceKey: keyText(row.element_instance_key),
  elementId: row.element_id,
  name: row.element_name ?? row.element_id,
  state: row.state as (typeof userTaskStates)[number],
  assignee: row.assignee,
  candidateGroups: stored<string[]>(row.candidate_groups),
  candidateUsers: stored<string[]>(row.candidate_users),
  creationDate: dateText(row.created_ms),
  completionDate: dateTextOrNull(row.end_ms),
  dueDate: dateTextOrNull(row.due_ms),
  followUpDate: dateTextOrNull(row.follow_up_ms),
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
  tenantId: row.tenant_id,
});

export const userTaskExample: z.input<typeof userTaskType> = {
  userTaskKey: '1000000106',
  elementInstanceKey: '1000000104',
  elementId: 'approve-invoice',
  name: 'Approve the invoice',
  state: 'CREATED',
  assignee: null,
  candidateGroups: ['accounting'],
  candidateUsers: [],
  creationDate: '2030-01-31T10:00:00.000Z',
  completionDate: null,
  dueDate: '2030-02-03T16:00:00.000Z',
  followUpDate: null,
  priority: 50,
  formKey: '1000000004',
  externalFormReference: null,
  customHeaders: {},
  processDefinitionId: 'invoice',
  processDefinitionKey: '1000000003',
  processDefinitionVersion: 2,
  processName: 'Invoice',
  processInstanceKey: '1000000101',
  rootProcessInstanceKey: '1000000101',
  tags: [],
  tenantId: '<default>',
};
