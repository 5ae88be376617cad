import type { UserTaskDetails } from '@baton/engine';
import { taskDelegations } from '../tables/task-delegations.ts';
import { userTasks } from '../tables/user-tasks.ts';
import type { UserTaskRow } from '../tables/user-tasks.ts';
import type { RecordsOf, StepFacts } from './step-facts.ts';

type UserTaskRecord = RecordsOf<`user-task-${string}`>;

const epochMs = (date: string | null): number | null => {
  if (date === null) return null;
  const ms = Date.parse(date);
  return Number.isNaN(ms) ? null : ms;
};

const detailColumns = (details: Partial<UserTaskDetails>): Partial<UserTaskRow> => ({
  ...(details.assignee === undefined ? {} : { assignee: details.assignee }),
  ...(details.candidateGroups === undefined ? {} : { candidate_groups: JSON.stringify(details.candidateGroups) }),
  ...(details.candidateUsers === undefined ? {} : { candidate_users: JSON.stringify(details.candidateUsers) }),
  ...(details.dueDate === undefined ? {} : { due_date: details.dueDate, due_ms: epochMs(details.dueDate) }),
  ...(details.followUpDate === undefined
    ? {}
    : { follow_up_date: details.followUpDate, follow_up_ms: epochMs(details.followUpDate) }),
  ...(details.priority === undefined ? {} : { priority: details.priority }),
});

/** User tasks, open and ended. */
export const projectUserTask = (step: StepFacts, record: UserTaskRecord): void => {
  const { instance, changes, atMs } = step;
  const key = { process_instance_key: instance.key, key: record.key };
  switch (record.type) {
    case 'user-task-created': {
      const elementId = step.elementIdOf(record.elementInstanceKey);
      return changes.insert(userTasks, {
        process_instance_key: instance.key,
        key: record.key,
        element_instance_key: record.elementInstanceKey,
        element_id: elementId,
        element_name: step.element(elementId).name,
        state: 'CREATED',
        assignee: record.assignee,
        candidate_groups: JSON.stringify(record.candidateGroups),
        candidate_users: JSON.stringify(record.candidateUsers),
        due_date: record.dueDate,
        due_ms: epochMs(record.dueDate),
        follow_up_date: record.followUpDate,
        follow_up_ms: epochMs(record.followUpDate),
        priority: record.priority,
        form_id: record.formId,
        form_binding: record.formId === null ? null : record.formBinding,
        form_version_tag: record.formVersionTag,
        form_key: step.formKeyOf(record.key),
        embedded_form: record.embeddedForm,
        external_form_reference: record.externalFormReference,
        headers: JSON.stringify(record.headers),
        created_ms: atMs,
        end_ms: null,
        definition_key: instance.definitionKey,
        process_id: instance.processId,
        version: instance.version,
        process_name: instance.processName,
        root_key: instance.rootKey,
        tags: JSON.stringify(step.state.tags),
        tenant_id: instance.tenantId,
      });
    }
    case 'user-task-assigned':
      return changes.patch(userTasks, key, { assignee: record.assignee });
    case 'user-task-updated':
      return changes.patch(userTasks, key, detailColumns(record.changes));
    case 'user-task-completed':
      changes.delete(taskDelegations, { user_task_key: record.key });
      return changes.patch(userTasks, key, { state: 'COMPLETED', end_ms: atMs });
    case 'user-task-canceled':
      changes.delete(taskDelegations, { user_task_key: record.key });
      return changes.patch(userTasks, key, { state: 'CANCELED', end_ms: atMs });
  }
};
