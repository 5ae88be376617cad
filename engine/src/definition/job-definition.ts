import type { Expression } from '../feel/expression.ts';
import { children, extension, text, type ModdleElement } from '../model/moddle.ts';
import { missing, valueOf, type CompileContext } from './compile-context.ts';

/** Work for external workers, as the model describes it. */
export interface JobDefinition {
  readonly jobType: Expression;
  /** Attempts before an incident. (Default: 3.) */
  readonly retries: Expression;
  readonly headers: Readonly<Record<string, string>>;
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
  };
};

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
