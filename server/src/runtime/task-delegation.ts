import type { Key } from '@baton/engine';
import { findDelegation } from '../store/searches/find-task-delegations.ts';
import { taskDelegations } from '../store/tables/task-delegations.ts';
import type { TaskDelegationRow } from '../store/tables/task-delegations.ts';
import type { Batch } from './batch.ts';
import type { Actor } from './instance-commands.ts';
import { notify } from './notifications.ts';
import type { NotificationKind } from './notifications.ts';
import { Refusal } from './refusal.ts';
import { transitionTask } from './task-transition.ts';
import type { Transition } from './task-transition.ts';
import type { Task } from './task.ts';

/** Who hands a task on, as users are known; the name is as people call them. */
export interface Hander {
  /** Null where nobody signs in: nobody can be told anything then. */
  readonly user: string | null;
  readonly name: string | null;
}

/** How a delegation ends: whoever was asked gives the task back, or its owner takes it back. */
export type DelegationEnd = 'give-back' | 'take-back';

/** Who has the task now, and in which tenant it is. */
const placeOf = async (batch: Batch, userTaskKey: Key) => {
  const owner = batch.owner('user_tasks', userTaskKey);
  const instance = owner === null ? null : await batch.instance(owner.processInstanceKey);
  const task = owner === null ? undefined : instance?.state.elements.get(owner.elementInstanceKey)?.userTask;
  return instance == null || task == null ? null : { assignee: task.assignee, tenantId: instance.facts.tenantId };
};

const assignmentTo = (assignee: string, userTaskKey: Key, actor: Actor, action: string): Task<Transition | null> =>
  transitionTask('ASSIGN', 'assigning', userTaskKey, actor, (elementInstanceKey) => ({
    type: 'assign-user-task',
    elementInstanceKey,
    userTaskKey,
    assignee,
    allowOverride: true,
    action,
  }));

/** Tells somebody of a task that came to them; nobody of what they did themselves. */
export const tellOfTask = async (
  batch: Batch,
  recipient: string,
  { user, name }: Hander,
  task: { readonly tenantId: string; readonly userTaskKey: Key; readonly kind: NotificationKind },
): Promise<void> => {
  if (user === null || user === recipient) return;
  await notify(batch, [recipient], { ...task, draftId: null, commentKey: null, actorName: name ?? user });
};

/** The same assignment, of which whoever gets the task is told. */
export const tellingTask = (
  task: Task<Transition | null>,
  assignee: string,
  userTaskKey: Key,
  by: Hander,
): Task<Transition | null> => ({
  ...task,
  run: async (batch) => {
    const before = await placeOf(batch, userTaskKey);
    const transition = await task.run(batch);
    // What its listeners have still to decide is told of by the task itself.
    if (before !== null && transition === null && before.assignee !== assignee)
      await tellOfTask(batch, assignee, by, { tenantId: before.tenantId, userTaskKey, kind: 'task-assigned' });
    return transition;
  },
});

/**
 * The assignee of a task hands it to somebody, and gets it back. Whoever hands on a task that was delegated to them leaves its owner as it is. Throws
 * INVALID_STATE where nobody has the task, INVALID_ARGUMENT where the delegate is its owner or has it.
 */
export const delegateTask = (
  userTaskKey: Key,
  delegate: string,
  note: string | null,
  actor: Actor,
  by: Hander,
): Task<Transition | null> => {
  const assignment = assignmentTo(delegate, userTaskKey, actor, 'delegate');
  return {
    ...assignment,
    exclusive: true,
    run: async (batch) => {
      const place = await placeOf(batch, userTaskKey);
      // What is not there is refused by the assignment.
      if (place === null) return assignment.run(batch);
      const { assignee, tenantId } = place;
      if (assignee === null)
        throw new Refusal(
          'INVALID_STATE',
          `Expected user task '${userTaskKey}' to be assigned, so that it can come back to somebody; nobody has it. Claim it first, or assign it.`,
        );
      const before = await findDelegation(batch.services.database, userTaskKey);
      const owner = before?.state === 'PENDING' ? before.owner : assignee;
      if (delegate === owner || delegate === assignee)
        throw new Refusal(
          'INVALID_ARGUMENT',
          `Expected somebody else to delegate the task to, found '${delegate}', who ${delegate === assignee ? 'has it' : 'it comes back to: give it back instead'}.`,
        );
      const transition = await assignment.run(batch);
      const row: TaskDelegationRow = {
        user_task_key: userTaskKey,
        tenant_id: tenantId,
        owner,
        delegate,
        state: 'PENDING',
        note,
        created_ms: batch.nowMs,
        returned_ms: null,
      };
      batch.changes.upsert(taskDelegations, row);
      await tellOfTask(batch, delegate, by, { tenantId, userTaskKey, kind: 'task-delegated' });
      return transition;
    },
  };
};

/** A delegated task goes back to its owner. Throws INVALID_STATE where it is not delegated. */
export const endDelegationTask = (
  { user_task_key, owner, tenant_id: tenantId }: TaskDelegationRow,
  end: DelegationEnd,
  note: string | null,
  actor: Actor,
  by: Hander,
): Task<Transition | null> => {
  const userTaskKey = user_task_key as Key;
  const assignment = assignmentTo(owner, userTaskKey, actor, end);
  return {
    ...assignment,
    exclusive: true,
    run: async (batch) => {
      const before = await findDelegation(batch.services.database, userTaskKey);
      if (before?.state !== 'PENDING' || before.owner !== owner) throw notDelegated(userTaskKey);
      const transition = await assignment.run(batch);
      if (end === 'take-back') batch.changes.delete(taskDelegations, { user_task_key: userTaskKey });
      else {
        const set = { state: 'RETURNED', note, returned_ms: batch.nowMs };
        batch.changes.patch(taskDelegations, { user_task_key: userTaskKey }, set);
        await tellOfTask(batch, owner, by, { tenantId, userTaskKey, kind: 'task-returned' });
      }
      return transition;
    },
  };
};

/** What whoever ends a delegation that is none is told. */
export const notDelegated = (userTaskKey: Key): Refusal =>
  new Refusal(
    'INVALID_STATE',
    `Expected user task '${userTaskKey}' to be delegated, but it is not, or has come back already. Look at it again.`,
  );
