/** A model that can be compared: a draft as it is, a kept version of one, or what is deployed. */
export type Comparable =
  | { readonly kind: 'draft'; readonly draftId: string }
  | { readonly kind: 'version'; readonly draftId: string; readonly versionId: string }
  | { readonly kind: 'process'; readonly processDefinitionKey: string }
  | { readonly kind: 'decisions'; readonly decisionRequirementsKey: string }
  /** The newest deployed version of a form. */
  | { readonly kind: 'form'; readonly formId: string };

/** How it stands in an address: `process.42`, `version.<draft>.<version>`. */
export function comparableText(comparable: Comparable): string {
  switch (comparable.kind) {
    case 'draft':
      return `draft.${comparable.draftId}`;
    case 'version':
      return `version.${comparable.draftId}.${comparable.versionId}`;
    case 'process':
      return `process.${comparable.processDefinitionKey}`;
    case 'decisions':
      return `decisions.${comparable.decisionRequirementsKey}`;
    case 'form':
      return `form.${comparable.formId}`;
  }
}

/** Reads it from an address; undefined for what it never was. */
export function parseComparable(text: unknown): Comparable | undefined {
  const [kind, rest] =
    typeof text === 'string' ? [text.slice(0, text.indexOf('.')), text.slice(text.indexOf('.') + 1)] : [];
  if (kind === undefined || rest === undefined || rest === '') return undefined;
  switch (kind) {
    case 'draft':
      return { kind, draftId: rest };
    case 'version': {
      const [draftId, versionId] = rest.split('.');
      return draftId === undefined || versionId === undefined ? undefined : { kind, draftId, versionId };
    }
    case 'process':
      return /^\d{1,25}$/.test(rest) ? { kind, processDefinitionKey: rest } : undefined;
    case 'decisions':
      return /^\d{1,25}$/.test(rest) ? { kind, decisionRequirementsKey: rest } : undefined;
    case 'form':
      return { kind, formId: rest };
    default:
      return undefined;
  }
}
