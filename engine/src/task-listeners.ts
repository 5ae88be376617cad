import type { JobResult } from './command.ts';
import { completeElement } from './element-lifecycle.ts';
import type { UserTaskNode } from './elements/user-task.ts';
import { createJob } from './jobs.ts';
import type { Variables } from './json.ts';
import type { UserTaskDetails } from './record.ts';
import type { ElementInstance, Listening } from './state.ts';
import { emit, type Step } from './step.ts';
import { terminateCanceled } from './termination.ts';

/** What happens to a user task; listeners of it may correct what changes, and refuse it (not creating and canceling). */
export type TaskEvent = Exclude<Listening['event'], 'start' | 'end'>;

/**
 * A user task is about to change: its listeners get their jobs one after another, and when the last one agrees the change is made. Without
 * listeners it is made at once. Extension `zeebe:taskListeners`.
 */
export const changeTask = (
  step: Step,
  instance: ElementInstance,
  node: UserTaskNode,
  event: TaskEvent,
  changes: Partial<UserTaskDetails>,
  action: string,
  variables: Variables = {},
): void => listenTo(step, instance, node, { event, index: 0, changes, action, variables });

/** A listener is done: the next one, or the change. */
export const continueTaskListening = (
  step: Step,
  instance: ElementInstance,
  node: UserTaskNode,
  variables: Variables,
  result: Extract<JobResult, { type: 'userTask' }> | null,
): void => {
  const { listening } = instance;
  if (!listening || listening.event === 'start' || listening.event === 'end')
    throw new Error(`Expected element instance ${instance.key} to have a task listener at work.`);
  const canDeny = listening.event !== 'creating' && listening.event !== 'canceling';
  if (result?.denied === true && canDeny) {
    emit(step, { type: 'listeners-finished', elementInstanceKey: instance.key });
    return;
  }
  listenTo(step, instance, node, {
    ...listening,
    index: listening.index + 1,
    changes: { ...listening.changes, ...result?.corrections },
    variables: { ...listening.variables, ...variables },
  });
};

/** The job of a listener could not be made; now it may work. */
export const resumeTaskListening = (step: Step, instance: ElementInstance, node: UserTaskNode): void => {
  if (instance.listening) listenTo(step, instance, node, instance.listening);
};

const listenTo = (step: Step, instance: ElementInstance, node: UserTaskNode, listening: Listening): void => {
  const event = listening.event as TaskEvent;
  const listener = node.taskListeners[event][listening.index];
  if (!listener) return change(step, instance, node, listening);
  emit(step, { type: 'listener-started', elementInstanceKey: instance.key, ...listening });
  createJob(step, instance, listener, { kind: 'TASK_LISTENER', listenerEvent: event });
};

/** All listeners agreed: what was asked for, with their corrections, becomes true. */
const change = (step: Step, instance: ElementInstance, node: UserTaskNode, listening: Listening): void => {
  const { event, action } = listening;
  const changes = listening.changes ?? {};
  if (instance.listening) emit(step, { type: 'listeners-finished', elementInstanceKey: instance.key });
  const { userTask } = instance;
  if (!userTask) return;
  const of = { key: userTask.key, elementInstanceKey: instance.key };
  const { assignee, ...others } = changes;
  const apply = (): void => {
    if (Object.keys(others).length > 0) emit(step, { type: 'user-task-updated', ...of, changes: others, action });
    if (assignee !== undefined) emit(step, { type: 'user-task-assigned', ...of, assignee, action });
  };
  switch (event) {
    case 'creating':
      if (Object.keys(others).length > 0) emit(step, { type: 'user-task-updated', ...of, changes: others, action });
      // Being assigned from the start is an assignment, too.
      if (assignee !== undefined && assignee !== null)
        changeTask(step, instance, node, 'assigning', { assignee }, action);
      return;
    case 'completing':
      apply();
      emit(step, { type: 'user-task-completed', ...of, action });
      return completeElement(step, instance, node, listening.variables ?? {});
    case 'canceling':
      return terminateCanceled(step, instance);
    default:
      return apply();
  }
};
