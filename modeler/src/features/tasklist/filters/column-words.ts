import type { TaskFilterContent } from '../../../api/task-filters';
import { t } from '../../../language/texts';

export type TaskColumns = NonNullable<TaskFilterContent['columns']>;
export type ColumnField = TaskColumns['fields'][number];

/** What the list shows of a task where no filter says something else. */
export const defaultColumns: TaskColumns = {
  fields: ['creationDate', 'processName', 'businessId', 'assignee', 'dueDate', 'priority'],
  variables: [],
};

export const columnNames: Readonly<Record<ColumnField, string>> = {
  processName: t('Name of the process'),
  businessId: t('Business id'),
  assignee: t('Assignee'),
  candidateGroups: t('Candidate groups'),
  dueDate: t('Due date'),
  followUpDate: t('Follow-up'),
  priority: t('Priority'),
  creationDate: t('Created'),
};
