import type { z } from 'zod';
import { findForm } from '../store/searches/find-form.ts';
import { findRow } from '../store/searches/find-row.ts';
import type { Database } from '../store/database.ts';
import type { FormRow } from '../store/tables/forms.ts';
import type { ProcessDefinitionRow } from '../store/tables/process-definitions.ts';
import type { UserTaskRow } from '../store/tables/user-tasks.ts';
import { embeddedForm, formAnswer } from './form-answer.ts';
import type { formType } from './form-answer.ts';

/** The form of a user task; null when it has none, or none is deployed. */
export const userTaskForm = async (database: Database, task: UserTaskRow): Promise<z.input<typeof formType> | null> => {
  if (task.embedded_form !== null) return embeddedForm(task, task.embedded_form);
  const form = await formOf(database, task);
  return form === null ? null : formAnswer(database, form);
};

/** The version that was there when the task began; where none was, what has been deployed since. */
const formOf = async (database: Database, task: UserTaskRow): Promise<FormRow | null> => {
  if (task.form_key !== null) return findRow<FormRow>(database, 'forms', task.form_key);
  if (task.form_id === null) return null;
  const definition = await findRow<ProcessDefinitionRow>(database, 'process_definitions', task.definition_key);
  return findForm(database, {
    tenantId: task.tenant_id,
    formId: task.form_id,
    binding: (task.form_binding ?? 'latest') as 'latest' | 'deployment' | 'versionTag',
    versionTag: task.form_version_tag,
    deploymentKey: definition?.deployment_key ?? 0,
  });
};
