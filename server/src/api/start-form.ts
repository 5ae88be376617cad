import type { z } from 'zod';
import { findForm } from '../store/searches/find-form.ts';
import type { Database } from '../store/database.ts';
import type { Deployed } from '../runtime/definitions.ts';
import { embeddedForm, formAnswer } from './form-answer.ts';
import type { formType } from './form-answer.ts';

/** The start form of a process; null when it has none, or none is deployed. */
export const startForm = async (
  database: Database,
  { row, definition }: Deployed,
): Promise<z.input<typeof formType> | null> => {
  const start = definition.startForm;
  if (start === null) return null;
  if (start.formId === null) return start.embeddedForm === null ? null : embeddedForm(row, start.embeddedForm);
  const form = await findForm(database, {
    tenantId: row.tenant_id,
    formId: start.formId,
    binding: start.formBinding,
    versionTag: start.formVersionTag,
    deploymentKey: row.deployment_key,
  });
  return form === null ? null : formAnswer(database, form);
};
