import { children, extension, text, type ModdleElement } from '../model/moddle.ts';
import { problem, type CompileContext } from './compile-context.ts';
import { compileListener } from './execution-listeners.ts';
import type { JobDefinition } from './job-definition.ts';

const taskEvents = ['creating', 'assigning', 'updating', 'completing', 'canceling'] as const;
type TaskEvent = (typeof taskEvents)[number];

/** Jobs that run when something happens to a user task, one after another. Extension `zeebe:taskListeners`. */
export type TaskListeners = Readonly<Record<TaskEvent, readonly JobDefinition[]>>;

/** Names of earlier versions of the extension. */
const aliases: Readonly<Record<string, TaskEvent>> = {
  create: 'creating',
  assignment: 'assigning',
  update: 'updating',
  complete: 'completing',
  cancel: 'canceling',
};

export const compileTaskListeners = (element: ModdleElement, context: CompileContext): TaskListeners => {
  const listeners: Record<TaskEvent, JobDefinition[]> = {
    creating: [],
    assigning: [],
    updating: [],
    completing: [],
    canceling: [],
  };
  for (const listener of children(extension(element, 'zeebe:taskListeners'), 'listeners')) {
    const found = text(listener, 'eventType') ?? '';
    const event = taskEvents.find((each) => each === found) ?? aliases[found];
    if (event) listeners[event].push(compileListener(element, listener, 'task listener', context));
    else
      problem(context, element, 'invalid-property', `a task listener of ${taskEvents.join(', ')}`, `one of '${found}'`);
  }
  return listeners;
};
