import type { Command, JobResult, Key } from '@baton/engine';
import type { PlayCommand } from '../api/play-input.ts';
import { defaultTenant } from '../default-tenant.ts';
import { instanceTask, ownedTask, updateJobTask } from '../runtime/instance-commands.ts';
import { publishMessage } from '../runtime/messages.ts';
import type { Message } from '../runtime/messages.ts';
import { broadcastSignal } from '../runtime/signals.ts';
import type { Task } from '../runtime/task.ts';
import { readOpenInPlay } from '../store/searches/read-play.ts';
import type { OpenInPlay } from '../store/searches/read-play.ts';
import { rootTask } from './open-world.ts';
import type { World } from './open-world.ts';
import { findTarget, placedAtTarget } from './targets.ts';

type Handlers = {
  readonly [Type in PlayCommand['type']]: (
    world: World,
    command: Extract<PlayCommand, { type: Type }>,
    open: OpenInPlay,
  ) => Promise<unknown>;
};

/** Does one command of a play, and what follows from it. Throws `Refusal` where that cannot be done. */
export const doCommand = async (world: World, command: PlayCommand): Promise<void> => {
  const handle = handlers[command.type] as (world: World, command: PlayCommand, open: OpenInPlay) => Promise<unknown>;
  await handle(world, command, await readOpenInPlay(world.runtime.database));
};

const handlers: Handlers = {
  'complete-job': (world, { at, variables = {}, endsAdHoc = false }, open) =>
    world.submit(
      jobTask(world, open, at, (elementInstanceKey, jobKey) => ({
        type: 'complete-job',
        elementInstanceKey,
        jobKey,
        variables,
        ...(endsAdHoc ? { result: nothingMore } : {}),
      })),
    ),
  'begin-activities': (world, { at, elementIds, variables = {} }, open) => {
    const elementInstanceKey = findTarget(open.adHocs, at, world.processId, 'an ad-hoc sub-process').key as Key;
    return world.submit(
      ownedTask('ACTIVATE', 'element_instances', elementInstanceKey, null, () => ({
        type: 'activate-ad-hoc-activities',
        elementInstanceKey,
        activations: elementIds.map((elementId) => ({ elementId, variables })),
        cancelRemainingInstances: false,
      })),
    );
  },
  'fail-job': (world, { at, retries = 0, message = '' }, open) =>
    world.submit(
      jobTask(world, open, at, (elementInstanceKey, jobKey) => ({
        type: 'fail-job',
        elementInstanceKey,
        jobKey,
        retries,
        errorMessage: message,
        retryBackOffMs: 0,
        variables: {},
      })),
    ),
  'throw-error': (world, { at, code, message = '', variables = {} }, open) =>
    world.submit(
      jobTask(world, open, at, (elementInstanceKey, jobKey) => ({
        type: 'throw-job-error',
        elementInstanceKey,
        jobKey,
        errorCode: code,
        errorMessage: message,
        variables,
      })),
    ),
  'complete-user-task': (world, { at, variables = {} }, open) => {
    const { key } = findTarget(open.userTasks, at, world.processId, 'a user task');
    const userTaskKey = key as Key;
    return world.submit(
      ownedTask('COMPLETE', 'user_tasks', userTaskKey, null, (elementInstanceKey) => ({
        type: 'complete-user-task',
        elementInstanceKey,
        userTaskKey,
        variables,
        action: 'complete',
      })),
    );
  },
  'deliver-message': (world, { at, variables = {} }, open) => {
    const waits = findTarget(
      open.messages.map(placedAtTarget),
      at,
      world.processId,
      'somebody who waits for a message',
    );
    const { message_name: name, correlation_key: correlationKey } = waits;
    return world.submit(publishTask({ tenantId: defaultTenant, name, correlationKey, variables }));
  },
  'publish-message': (world, { name, correlationKey = '', variables = {} }) =>
    world.submit(publishTask({ tenantId: defaultTenant, name, correlationKey, variables })),
  'broadcast-signal': (world, { name, variables = {} }) =>
    world.submit({
      name: 'broadcast-signal',
      run: (batch) => broadcastSignal(batch, defaultTenant, name, variables, null),
    }),
  'start-process': (world, start) => world.begin(start),
  'fire-timer': (world, { at }, open) =>
    world.passUntil(findTarget(open.timers.map(placedAtTarget), at, world.processId, 'a timer').due_ms),
  'advance-clock': (world, { byMs }) => world.passUntil(world.nowMs() + byMs),
  'set-variables': (world, { at, variables }, open) => {
    if (at === undefined) {
      const scopeKey = world.rootKey() as Key;
      return world.submit(rootTask(world, 'UPDATE', { type: 'set-variables', scopeKey, variables, local: true }));
    }
    const scope = findTarget(open.elements, at, world.processId, 'a scope');
    return world.submit(
      instanceTask(
        'UPDATE',
        scope.process_instance_key as Key,
        { type: 'set-variables', scopeKey: scope.key as Key, variables, local: true },
        null,
      ),
    );
  },
  'resolve-incident': async (world, { at }, open) => {
    const incident = findTarget(open.incidents, at, world.processId, 'an incident');
    const job = open.jobs.find(({ key }) => key === incident.job_key);
    if (job?.retries === 0) await world.submit(updateJobTask(job.key as Key, { retries: 1, timeoutMs: null }, null));
    const incidentKey = incident.key as Key;
    await world.submit(
      ownedTask('RESOLVE', 'incidents', incidentKey, null, (elementInstanceKey) => ({
        type: 'resolve-incident',
        elementInstanceKey,
        incidentKey,
      })),
    );
  },
  cancel: (world) => world.submit(rootTask(world, 'CANCEL', { type: 'cancel-instance' })),
};

/** What is active goes on to its end. */
const nothingMore: JobResult = {
  type: 'adHocSubProcess',
  activateElements: [],
  isCompletionConditionFulfilled: true,
  isCancelRemainingInstances: false,
};

const jobTask = (
  world: World,
  open: OpenInPlay,
  at: Extract<PlayCommand, { type: 'complete-job' }>['at'],
  command: (elementInstanceKey: Key, jobKey: Key) => Command,
): Task<null> => {
  const jobKey = findTarget(open.jobs, at, world.processId, 'a job').key as Key;
  return ownedTask('JOB', 'jobs', jobKey, null, (elementInstanceKey) => command(elementInstanceKey, jobKey));
};

/** It is not kept for those who come later: what nobody waits for is gone. */
const publishTask = (message: Message): Task<Key> => ({
  name: 'publish-message',
  run: (batch) => publishMessage(batch, { ...message, timeToLiveMs: 0, messageId: null }),
});
