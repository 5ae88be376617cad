import type { Expression } from '../feel/expression.ts';
import type { LinkedResource } from '../record.ts';
import { children, extension, text, type ModdleElement } from '../model/moddle.ts';
import { readBinding } from './binding.ts';
import { missing, valueOf, type CompileContext } from './compile-context.ts';

/** Work for external workers, as the model describes it. */
export interface JobDefinition {
  readonly jobType: Expression;
  /** Attempts before an incident. (Default: 3.) */
  readonly retries: Expression;
  readonly headers: Readonly<Record<string, string>>;
  /** Deployed files that the worker is told about, by name. */
  readonly linkedResources: readonly LinkedResource[];
}

/** Reads `zeebe:taskDefinition` and `zeebe:taskHeaders`; null when the element has no task definition. */
export const compileJob = (element: ModdleElement, context: CompileContext): JobDefinition | null => {
  const definition = extension(element, 'zeebe:taskDefinition');
  if (!definition) return null;
  const type = text(definition, 'type');
  if (type === undefined) missing(context, element, 'a job type', 'Set the task definition type in the properties.');
  return {
    jobType: valueOf(context, element, 'job type', type ?? ''),
    retries: valueOf(context, element, 'retries', text(definition, 'retries') ?? '3'),
    headers: compileHeaders(element),
    linkedResources: compileLinkedResources(element, context),
  };
};

const compileLinkedResources = (element: ModdleElement, context: CompileContext): readonly LinkedResource[] =>
  children(extension(element, 'zeebe:linkedResources'), 'values').flatMap((resource) => {
    const resourceId = text(resource, 'resourceId');
    if (resourceId === undefined) {
      missing(context, element, 'the id of each linked resource', 'Set the resource id or remove the linked resource.');
      return [];
    }
    return [
      {
        resourceId,
        resourceType: text(resource, 'resourceType') ?? '',
        linkName: text(resource, 'linkName') ?? '',
        bindingType: readBinding(resource),
        versionTag: text(resource, 'versionTag') ?? null,
      },
    ];
  });

/** The custom headers of a task; later ones win, an entry without a value is empty text. */
export const compileHeaders = (element: ModdleElement): Readonly<Record<string, string>> => {
  const headers: Record<string, string> = {};
  for (const header of children(extension(element, 'zeebe:taskHeaders'), 'values')) {
    const key = text(header, 'key');
    if (key === undefined) continue;
    Object.defineProperty(headers, key, {
      value: text(header, 'value') ?? '',
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return headers;
};
