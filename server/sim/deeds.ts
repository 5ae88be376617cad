import type { Key, Variables } from '@baton/engine';
import { instanceTask, ownedTask } from '../src/runtime/instance-commands.ts';
import { publishMessage } from '../src/runtime/messages.ts';
import { migrateTask } from '../src/runtime/migrate-instance.ts';
import { broadcastSignal } from '../src/runtime/signals.ts';
import { resumeTask, suspendTask } from '../src/runtime/suspend-instance.ts';
import { defaultTenant } from '../src/default-tenant.ts';
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

export const suspendInstance = (key: Key): Task<null> => suspendTask(key, 'eva');

export const resumeInstance = (key: Key): Task<null> => resumeTask(key, 'eva');

/** Goes on by the definition that it has, each element by itself: nothing is to be seen of that. */
export const migrateToItself = (key: Key): Task<null> => ({
  name: 'migrate-to-itself',
  needs: { table: 'process_instances', key },
  run: async (batch) => {
    const instance = await batch.instance(key);
    if (instance === null) return null;
    const { definition, row } = instance.deployed;
    const ids = [...definition.elements.keys()].filter((id) => id !== definition.id);
    const mappings = ids.map((id) => ({ sourceElementId: id, targetElementId: id }));
    return migrateTask(key, { targetDefinitionKey: row.key as Key, mappings }, 'eva').run(batch);
  },
});

/** Something that waits ends by hand, and begins anew in the same place. */
export const beginAnew = (key: Key): Task<null> => ({
  name: 'begin-anew',
  needs: { table: 'process_instances', key },
  run: async (batch) => {
    const instance = await batch.instance(key);
    const [waiting] = [...(instance?.state.elements.values() ?? [])].filter(
      ({ scopeKey, children, state, compensates }) =>
        scopeKey !== null && children === 0 && state === 'ACTIVE' && compensates === null,
    );
    if (!waiting) return null;
    const { key: elementInstanceKey, elementId: targetElementId } = waiting;
    const move = [
      {
        source: { elementInstanceKey },
        targetElementId,
        ancestor: { type: 'source-parent' },
        variables: [],
      },
    ] as const;
    return instanceTask('MODIFY', key, { type: 'modify-instance', activate: [], move, terminate: [] }, 'eva').run(
      batch,
    );
  },
});

export interface SentMessage {
  readonly name: string;
  readonly correlationKey: string;
  readonly timeToLiveMs: number;
  readonly messageId: string | null;
  readonly variables: Variables;
}
export const publish = (message: SentMessage): Task<Key> => ({
  name: 'publish-message',
  run: (batch) => publishMessage(batch, { ...message, tenantId: defaultTenant }),
});

export const broadcast = (name: string): Task<Key> => ({
  name: 'broadcast-signal',
  run: (batch) => broadcastSignal(batch, defaultTenant, name, { by: name }, null),
});
