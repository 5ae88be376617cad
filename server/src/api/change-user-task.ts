import type { Command, Key, Variables } from '@baton/engine';
import { guardTask } from '../identity/guard-task.ts';
import type { Permit } from '../identity/permit.ts';
import { refused } from '../runtime/instance-commands.ts';
import type { Actor } from '../runtime/instance-commands.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { transitionLook, transitionTask } from '../runtime/task-transition.ts';
import type { Transition, TransitionEvent } from '../runtime/task-transition.ts';
import type { Task } from '../runtime/task.ts';
import type { Call } from './operation/call.ts';
import { submit } from './operation/submit.ts';

export type Verb = 'ASSIGN' | 'UPDATE' | 'COMPLETE';
const transitions: Readonly<Record<Verb, { readonly event: TransitionEvent; readonly noun: string }>> = {
  ASSIGN: { event: 'assigning', noun: 'Assignment' },
  UPDATE: { event: 'updating', noun: 'Update' },
  COMPLETE: { event: 'completing', noun: 'Completion' },
};

/** A task of the pipeline that changes a user task; its answer is what {@link untilSettled} waits for. */
export const userTaskChange = (
  verb: Verb,
  userTaskKey: Key,
  actor: Actor,
  command: (elementInstanceKey: Key, userTaskKey: Key) => Command,
): Task<Transition | null> =>
  transitionTask(verb, transitions[verb].event, userTaskKey, actor, (elementInstanceKey) =>
    command(elementInstanceKey, userTaskKey),
  );

/**
 * Resolves when the listeners of a user task have allowed a change of it; at once where none are asked.
 *
 * @throws {Refusal} INVALID_STATE when a listener denied it (`deniedReason`) or the task was canceled meanwhile; DEADLINE_EXCEEDED when the
 * listeners were not done in time: the transition goes on
 */
export const untilSettled = async (
  runtime: Runtime,
  verb: Verb,
  userTaskKey: Key,
  transition: Transition | null,
  signal: AbortSignal,
): Promise<void> => {
  if (transition === null) return;
  const { event, noun } = transitions[verb];
  const look = transitionLook(runtime.database, transition);
  const waitMs = runtime.listenerWaitMs;
  const end = await runtime.watch.until(transition.processInstanceKey, look, { waitMs, signal });
  switch (end?.type) {
    case 'done':
      return;
    case 'denied': {
      const detail = `${noun} of the User Task with key '${userTaskKey}' was denied by Task Listener. Reason to deny: '${end.reason}'`;
      const { message } = refused(verb, { code: 'INVALID_STATE', detail });
      throw new Refusal('INVALID_STATE', message, { deniedReason: end.reason });
    }
    case 'canceled':
      throw refused(verb, {
        code: 'INVALID_STATE',
        detail: `Expected the listeners of user task with key '${userTaskKey}' to decide, but the task was canceled meanwhile`,
      });
    default:
      throw new Refusal(
        'DEADLINE_EXCEEDED',
        `Expected the '${event}' listeners of user task with key '${userTaskKey}' to be done within ${waitMs} ms, but they are not. ` +
          `The transition goes on: look at the state of the task instead of asking again, and check that workers for its listeners run and have no incident.`,
      );
  }
};

/** Changes a user task; resolves when that is done, which its task listeners may delay or deny. Throws as {@link untilSettled} does. */
export const changeUserTask = async (
  runtime: Runtime,
  call: Call<{ readonly userTaskKey: Key }, unknown, unknown>,
  verb: Verb,
  command: (elementInstanceKey: Key, userTaskKey: Key) => Command,
  /** A narrower permission than that of the operation. */
  permit: Permit = call.permit,
  /** What is done with the change. (Default: nothing else.) */
  around: (task: Task<Transition | null>) => Task<Transition | null> = (task) => task,
): Promise<void> => {
  const { userTaskKey } = call.params;
  const task = around(userTaskChange(verb, userTaskKey, call.caller, command));
  const transition = await submit(runtime, call, guardTask(task, permit));
  await untilSettled(runtime, verb, userTaskKey, transition, call.hangUp());
};

/** What completes a user task. */
interface Completion {
  readonly variables?: Variables | null | undefined;
  /** (Default: complete) */
  readonly action?: string | null | undefined;
}

/** The same completion, refused with INVALID_STATE while the task is delegated: its owner completes it. */
export const undelegatedOnly = (task: Task<Transition | null>, userTaskKey: Key): Task<Transition | null> => ({
  ...task,
  asksForDelegation: true,
  run: async (batch) => {
    const delegation = batch.delegations.get(userTaskKey);
    if (delegation?.state === 'PENDING')
      throw new Refusal(
        'INVALID_STATE',
        `Expected user task '${userTaskKey}' to be with its owner '${delegation.owner}', found it delegated to '${delegation.delegate}'. Give it back first, or take it back.`,
      );
    return task.run(batch);
  },
});

/** Completes a user task as the body says; throws as {@link changeUserTask} and {@link undelegatedOnly} do. */
export const completeUserTask = (
  runtime: Runtime,
  call: Call<{ readonly userTaskKey: Key }, unknown, Completion>,
): Promise<void> =>
  changeUserTask(
    runtime,
    call,
    'COMPLETE',
    (elementInstanceKey, userTaskKey) => ({
      type: 'complete-user-task',
      elementInstanceKey,
      userTaskKey,
      variables: call.body.variables ?? {},
      action: call.body.action ?? 'complete',
    }),
    call.permit,
    (task) => undelegatedOnly(task, call.params.userTaskKey),
  );
