import type { Expression } from '../feel/expression.ts';
import { extension, extensions, sameType, text, type ModdleElement } from '../model/moddle.ts';
import { readBinding } from './binding.ts';
import { valueOf, type CompileContext } from './compile-context.ts';

/** Which form belongs to a user task or start event; at most one of the three ways is set. */
export interface FormReference {
  readonly formId: string | null;
  readonly formBinding: 'latest' | 'deployment' | 'versionTag';
  readonly formVersionTag: string | null;
  /** A form-js schema inside the process, as text. */
  readonly embeddedForm: string | null;
  readonly externalReference: Expression | null;
  /** The key of an embedded form that the process does not have. */
  readonly missingEmbedded: string | null;
}

/** The prefix with which `zeebe:formDefinition` points at a `zeebe:userTaskForm` of the process. */
const embeddedPrefix = 'camunda-forms:bpmn:';

export const readForm = (element: ModdleElement, context: CompileContext): FormReference => {
  const definition = extension(element, 'zeebe:formDefinition');
  const formKey = text(definition, 'formKey');
  const embeddedId = formKey?.startsWith(embeddedPrefix) ? formKey.slice(embeddedPrefix.length) : null;
  const embedded =
    embeddedId === null
      ? undefined
      : extensions(context.process).find(
          (each) => sameType(each.$type, 'zeebe:userTaskForm') && each.id === embeddedId,
        );
  const external = text(definition, 'externalReference') ?? (embeddedId === null ? formKey : undefined);
  return {
    formId: text(definition, 'formId') ?? null,
    formBinding: readBinding(definition),
    formVersionTag: text(definition, 'versionTag') ?? null,
    embeddedForm: text(embedded, 'body') ?? null,
    externalReference: external === undefined ? null : valueOf(context, element, 'external form reference', external),
    missingEmbedded: embeddedId !== null && !embedded ? embeddedId : null,
  };
};
