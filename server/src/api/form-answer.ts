import { z } from 'zod';
import type { Database } from '../store/database.ts';
import { findResource } from '../store/searches/find-resource.ts';
import type { FormRow } from '../store/tables/forms.ts';
import { keyText } from './answer.ts';
import { keyType, tenantType } from './operation/answer-types.ts';

export const formType = z
  .strictObject({
    formKey: keyType,
    formId: z.string(),
    version: z.int(),
    schema: z.string().describe('The form as JSON text, as it was deployed.'),
    tenantId: tenantType,
  })
  .meta({ id: 'Form' });

/** A form as the API shows it: its schema is the text that was deployed. */
export const formAnswer = async (database: Database, form: FormRow): Promise<z.input<typeof formType>> => ({
  formKey: keyText(form.key),
  formId: form.form_id,
  version: form.version,
  schema: (await findResource(database, form.resource_key))?.content ?? '{}',
  tenantId: form.tenant_id,
});

/** A form that is part of the process itself has no key of its own: it goes by that of what shows it. */
export const embeddedForm = (
  { key, tenant_id: tenantId }: { readonly key: number; readonly tenant_id: string },
  schema: string,
): z.input<typeof formType> => ({
  formKey: keyText(key),
  formId: 'embedded',
  version: 1,
  schema,
  tenantId,
});

export const formExample: z.input<typeof formType> = {
  formKey: '1000000004',
  formId: 'approve-invoice',
  version: 1,
  schema: '{"id":"approve-invoice","type":"default","components":[]}',
  tenantId: '<default>',
};
