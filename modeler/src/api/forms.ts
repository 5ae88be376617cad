import type { Form as FormDocument } from '@baton/client';
import { request } from './client';
import { ProblemError } from './problem-error';
import { tenantQuery } from './tenant';

export type { FormDocument };

/**
 * The form-js schema of a form as an object.
 *
 * @throws {SyntaxError} when the stored schema is not JSON
 */
export function parseFormSchema(form: FormDocument): Readonly<Record<string, unknown>> {
  return typeof form.schema === 'string' ? (JSON.parse(form.schema) as Record<string, unknown>) : form.schema;
}

/** The newest deployed version of a form; null where no form of that id is deployed. */
export async function readDeployedForm(formId: string): Promise<FormDocument | null> {
  try {
    return await request<FormDocument>(`/ext/forms/${encodeURIComponent(formId)}${tenantQuery()}`);
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return null;
    throw error;
  }
}
