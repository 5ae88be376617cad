import type { Key, Variables } from '@baton/engine';
import { ownedTask } from '../src/runtime/instance-commands.ts';
import type { Task } from '../src/runtime/task.ts';

/** Completes a job, as a worker does. */
export const completeJob = (jobKey: Key, variables: Variables = {}): Task<null> =>
  ownedTask('COMPLETE', 'jobs', jobKey, null, (elementInstanceKey) => ({
    type: 'complete-job',
    elementInstanceKey,
    jobKey,
    variables,
  }));

/** Completes a user task, as a person does. */
export const completeUserTask = (
  userTaskKey: Key,
  variables: Variables = {},
  actor: string | null = null,
): Task<null> =>
  ownedTask('COMPLETE', 'user_tasks', userTaskKey, actor, (elementInstanceKey) => ({
    type: 'complete-user-task',
    elementInstanceKey,
    userTaskKey,
    variables,
    action: 'complete',
  }));
