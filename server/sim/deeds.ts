import type { Key, Variables } from '@baton/engine';
import { instanceTask, ownedTask } from '../src/runtime/instance-commands.ts';
import { publishMessage } from '../src/runtime/messages.ts';
import { broadcastSignal } from '../src/runtime/signals.ts';
import type { Task } from '../src/runtime/task.ts';

/** The commands that the API makes of its requests, as far as the simulation sends them. */

export const completeJob = (key: Key): Task<null> =>
  ownedTask('COMPLETE', 'jobs', key, null, (elementInstanceKey) => ({
    type: 'complete-job',
    elementInstanceKey,
    jobKey: key,
    variables: { done: true, tax: 7 },
  }));

export const failJob = (key: Key, retries: number, retryBackOffMs: number): Task<null> =>
  ownedTask('FAIL', 'jobs', key, null, (elementInstanceKey) => ({
    type: 'fail-job',
    elementInstanceKey,
    jobKey: key,
    retries,
    errorMessage: 'it failed',
    retryBackOffMs,
    variables: {},
  }));

export const throwJobError = (key: Key, errorCode: string): Task<null> =>
  ownedTask('THROW', 'jobs', key, null, (elementInstanceKey) => ({
    type: 'throw-job-error',
    elementInstanceKey,
    jobKey: key,
    errorCode,
    errorMessage: 'it went wrong',
    variables: {},
  }));

export const completeUserTask = (key: Key): Task<null> =>
  ownedTask('COMPLETE', 'user_tasks', key, 'eva', (elementInstanceKey) => ({
    type: 'complete-user-task',
    elementInstanceKey,
    userTaskKey: key,
    variables: {},
    action: 'complete',
  }));

export const resolveIncident = (key: Key): Task<null> =>
  ownedTask('RESOLVE', 'incidents', key, 'eva', (elementInstanceKey) => ({
    type: 'resolve-incident',
    elementInstanceKey,
    incidentKey: key,
  }));

export const cancelInstance = (key: Key): Task<null> => instanceTask('CANCEL', key, { type: 'cancel-instance' }, 'eva');

export interface SentMessage {
  readonly name: string;
  readonly correlationKey: string;
  readonly timeToLiveMs: number;
  readonly messageId: string | null;
  readonly variables: Variables;
}
export const publish = (message: SentMessage): Task<Key> => ({
  name: 'publish-message',
  run: (batch) => publishMessage(batch, message),
});

export const broadcast = (name: string): Task<Key> => ({
  name: 'broadcast-signal',
  run: (batch) => broadcastSignal(batch, name, { by: name }, null),
});
