import type { Database } from '../store/database.ts';
import { findResource } from '../store/searches/find-resource.ts';
import type { FormRow } from '../store/tables/forms.ts';
import { keyText, tenantId } from './answer.ts';

/** A form as the API shows it: its schema is the text that was deployed. */
export const formAnswer = async (database: Database, form: FormRow) => ({
  formKey: keyText(form.key),
  formId: form.form_id,
  version: form.version,
  schema: (await findResource(database, form.resource_key))?.content ?? '{}',
  tenantId,
});

/** A form that is part of the process itself has no key of its own: it goes by that of what shows it. */
export const embeddedForm = (key: number, schema: string) => ({
  formKey: keyText(key),
  formId: 'embedded',
  version: 1,
  schema,
  tenantId,
});
