import { children, extension, text, type ModdleElement } from '../model/moddle.ts';
import { missing, valueOf, type CompileContext } from './compile-context.ts';
import { compileHeaders, type JobDefinition } from './job-definition.ts';

/** Jobs that run before the work of an element begins and after it is done, one after another. Extension `zeebe:executionListeners`. */
export interface ExecutionListeners {
  readonly start: readonly JobDefinition[];
  readonly end: readonly JobDefinition[];
}

const none: ExecutionListeners = { start: [], end: [] };

export const compileExecutionListeners = (element: ModdleElement, context: CompileContext): ExecutionListeners => {
  const listeners = children(extension(element, 'zeebe:executionListeners'), 'listeners');
  if (listeners.length === 0) return none;
  const of = (eventType: 'start' | 'end'): JobDefinition[] =>
    listeners
      .filter((listener) => text(listener, 'eventType') === eventType)
      .map((listener) => compileListener(element, listener, 'execution listener', context));
  return { start: of('start'), end: of('end') };
};

/** One listener of either kind. The headers of the element go along with it. */
export const compileListener = (
  element: ModdleElement,
  listener: ModdleElement,
  what: string,
  context: CompileContext,
): JobDefinition => {
  const type = text(listener, 'type');
  if (type === undefined)
    missing(context, element, `a job type of the ${what}`, 'Set the listener type that a worker will serve.');
  return {
    jobType: valueOf(context, element, `${what} type`, type ?? ''),
    retries: valueOf(context, element, `${what} retries`, text(listener, 'retries') ?? '3'),
    headers: compileHeaders(element),
    linkedResources: [],
  };
};
