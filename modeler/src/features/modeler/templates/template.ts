/** What Baton reads of an element template; the rest is for the module that applies it. */
export interface Template {
  readonly id: string;
  readonly name: string;
  readonly version?: number;
  readonly description?: string;
  readonly appliesTo: readonly string[];
  /** Set where it should no longer be used. */
  readonly deprecated?: boolean | { readonly message?: string };
  readonly [field: string]: unknown;
}

/** What every template of this kind names as its schema: the format that the modeler validates against. */
export const templateSchema = '@camunda/zeebe-element-templates-json-schema';

/** A template is told apart by its id and version. */
export const sameTemplate = (a: Template, b: Template): boolean => a.id === b.id && a.version === b.version;
