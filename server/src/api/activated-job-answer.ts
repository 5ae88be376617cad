import { z } from 'zod';
import { jobKinds, listenerEvents } from '../store/searches/job-plan.ts';
import type { ActivatedJob, ListenedTask } from '../runtime/activate-jobs.ts';
import { keyText, stored } from './answer.ts';
import { keyType, tenantType, variablesType } from './operation/answer-types.ts';

const listenedTaskType = z
  .strictObject({
    action: z.string(),
    assignee: z.string().nullable(),
    candidateGroups: z.array(z.string()),
    candidateUsers: z.array(z.string()),
    changedAttributes: z.array(z.string()),
    dueDate: z.string().nullable(),
    followUpDate: z.string().nullable(),
    formKey: keyType.nullable(),
    priority: z.int(),
    userTaskKey: keyType,
  })
  .describe('The user task that a task listener is about, with what is about to change.');

export const activatedJobType = z
  .strictObject({
    jobKey: keyType,
    type: z.string(),
    kind: z.enum(jobKinds),
    listenerEventType: z.enum(listenerEvents),
    processInstanceKey: keyType,
    rootProcessInstanceKey: keyType.nullable(),
    processDefinitionKey: keyType,
    processDefinitionId: z.string(),
    processDefinitionVersion: z.int(),
    elementId: z.string(),
    elementInstanceKey: keyType,
    customHeaders: z.record(z.string(), z.string()),
    worker: z.string(),
    retries: z.int(),
    deadline: z.int().describe('When the lock ends, epoch milliseconds.'),
    variables: variablesType,
    tenantId: tenantType,
    tags: z.array(z.string()),
    userTask: listenedTaskType.nullable(),
  })
  .meta({ id: 'ActivatedJob' });

type Activated = z.input<typeof activatedJobType>;

/** A job as the worker gets it that fetched it. */
export const activatedJobAnswer =
  (worker: string) =>
  ({ row, deadlineMs, variables, tags, userTask }: ActivatedJob): Activated => ({
    jobKey: keyText(row.key),
    type: row.type,
    kind: row.kind as (typeof jobKinds)[number],
    listenerEventType: row.listener_event as (typeof listenerEvents)[number],
    processInstanceKey: keyText(row.process_instance_key),
    rootProcessInstanceKey: keyText(row.root_key),
    processDefinitionKey: keyText(row.definition_key),
    processDefinitionId: row.process_id,
    processDefinitionVersion: row.version,
    elementId: row.element_id,
    elementInstanceKey: keyText(row.element_instance_key),
    customHeaders: stored<Record<string, string>>(row.headers),
    worker,
    retries: row.retries,
    deadline: deadlineMs,
    variables,
    tenantId: row.tenant_id,
    tags: [...tags],
    userTask: userTask === null ? null : listenedTask(userTask),
  });

const listenedTask = ({ task, listening, row }: ListenedTask): NonNullable<Activated['userTask']> => {
  // A change to null counts, too: it takes the value away.
  const seen = { ...task, ...listening.changes };
  return {
    action: listening.action,
    assignee: seen.assignee,
    candidateGroups: [...seen.candidateGroups],
    candidateUsers: [...seen.candidateUsers],
    changedAttributes: Object.keys(listening.changes ?? {}),
    dueDate: seen.dueDate,
    followUpDate: seen.followUpDate,
    formKey: row?.form_key == null ? null : keyText(row.form_key),
    priority: seen.priority,
    userTaskKey: keyText(task.key),
  };
};

export const activatedJobExample: Activated = {
  jobKey: '1000000105',
  type: 'book-invoice',
  kind: 'BPMN_ELEMENT',
  listenerEventType: 'UNSPECIFIED',
  processInstanceKey: '1000000101',
  rootProcessInstanceKey: '1000000101',
  processDefinitionKey: '1000000003',
  processDefinitionId: 'invoice',
  processDefinitionVersion: 2,
  elementId: 'book-invoice',
  elementInstanceKey: '1000000104',
  customHeaders: { ledger: 'main' },
  worker: 'accounting-1',
  retries: 3,
  deadline: 1_895_911_500_000,
  variables: { amount: 1_250 },
  tenantId: '<default>',
  tags: [],
  userTask: null,
};
