/** A deployed form as `/v2` answers it. `schema` is the form-js JSON, as text. */
export interface FormDocument {
  readonly formKey: string;
  readonly formId: string;
  readonly version: number;
  readonly schema: string | Readonly<Record<string, unknown>>;
  readonly tenantId: string;
}

/**
 * The form-js schema of a form as an object.
 *
 * @throws {SyntaxError} when the stored schema is not JSON
 */
export function parseFormSchema(form: FormDocument): Readonly<Record<string, unknown>> {
  return typeof form.schema === 'string' ? (JSON.parse(form.schema) as Record<string, unknown>) : form.schema;
}
