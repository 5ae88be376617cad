import { asKey, nextTimerDue } from '@baton/engine';
import type { Key } from '@baton/engine';
import { findJobDue } from '../store/operations/find-job-due.ts';
import { commandIds } from '../store/tables/command-ids.ts';
import { jobs } from '../store/tables/jobs.ts';
import type { JobRow } from '../store/tables/jobs.ts';
import { messages } from '../store/tables/messages.ts';
import { outbox } from '../store/tables/outbox.ts';
import type { OutboxRow } from '../store/tables/outbox.ts';
import { startTimers } from '../store/tables/start-timers.ts';
import type { StartTimerRow } from '../store/tables/start-timers.ts';
import type { TimerRow } from '../store/tables/timers.ts';
import { beginByTrigger } from './begin-by-trigger.ts';
import { instanceTask, refused } from './instance-commands.ts';
import type { OutboxItem } from './outbox-item.ts';
import type { Refusal } from './refusal.ts';
import { guardInstance, held } from './suspend-instance.ts';
import type { Task } from './task.ts';

/** Fires a timer of an instance. */
export const fireTimerTask = (row: TimerRow): Task<null> => {
  const key = asKey(row.process_instance_key);
  const elementInstanceKey = asKey(row.element_instance_key);
  return unlessSuspended(
    key,
    instanceTask('TRIGGER', key, { type: 'fire-timer', elementInstanceKey, timerKey: asKey(row.key) }, null),
  );
};

/** What was due when the instance was suspended comes due again when it is resumed. */
const unlessSuspended = (key: Key, task: Task<null>): Task<null> => ({
  ...task,
  run: async (batch) => ((await batch.instance(key))?.state.suspendedMs == null ? task.run(batch) : null),
});

/** A timer start event begins an instance and is due again, or gone. */
export const fireStartTimerTask = (row: StartTimerRow): Task<null> => ({
  name: 'fire-start-timer',
  run: async (batch) => {
    const left = row.repetitions < 0 ? -1 : row.repetitions - 1;
    const next = row.cycle === null || left === 0 ? null : nextTimerDue(row.cycle, row.due_ms, batch.nowMs);
    // The guard keeps a second server, or a deployment that replaced the timer meanwhile, from starting a second instance.
    if (next === null) batch.changes.delete(startTimers, { key: row.key }, true);
    else {
      batch.changes.patch(startTimers, { key: row.key }, { due_ms: next, repetitions: left }, { due_ms: row.due_ms });
      batch.dueAt(next);
    }
    const begun = await beginByTrigger(batch, row, {});
    // The timer goes on although this start was refused: the next one may succeed.
    if (!begun.ok && begun.error) throwLater(batch.onCommitted, refused('CREATE', begun.error));
    return null;
  },
});

const throwLater = (then: (() => void)[], refusal: Refusal): void => {
  then.push(() => process.emitWarning(`A timer start event could not start its process: ${refusal.message}`));
};

/**
 * A lock ran out, or a back-off is over: the job may be fetched (again). `row` is how the scheduler found it, and its worker may have been done just before or
 * have extended the lock: nothing is left to do then.
 */
export const releaseJobTask = (row: JobRow): Task<null> => {
  /** The row was not as expected: from then on it is looked at, else it would be so each time, and hold up all that is decided with it. */
  let isDoubted = false;
  return {
    name: 'release-job',
    needs: { table: 'process_instances', key: asKey(row.process_instance_key) },
    run: async (batch) => {
      const key = { process_instance_key: row.process_instance_key, key: row.key };
      if (batch.changes.pending(jobs, key) !== undefined) return null;
      const instance = await batch.instance(asKey(row.process_instance_key));
      const job = instance?.state.elements.get(asKey(row.element_instance_key))?.job;
      const isThere = job?.key === row.key;
      if ((isDoubted || !isThere) && (await findJobDue(batch.services.database, row)) !== row.due_ms) return null;
      isDoubted = true;
      const isSuspended = instance !== null && instance.state.suspendedMs !== null;
      const free = isSuspended ? held : 1;
      const fetchable = isThere && row.retries > 0 ? free : 0;
      if (isSuspended) guardInstance(batch, instance);
      const lock = row.deadline_ms === null ? {} : { state: 'TIMED_OUT', worker: null };
      const set = { ...lock, fetchable, due_ms: null, deadline_ms: null, updated_ms: batch.nowMs };
      batch.changes.patch(jobs, key, set, { due_ms: row.due_ms });
      batch.fetchableTypes.add(row.type);
      return null;
    },
  };
};

/** Does what an earlier batch had to leave. */
export const outboxTask = (row: OutboxRow): Task<null> => ({
  name: 'outbox',
  run: async (batch) => {
    batch.changes.delete(outbox, { key: row.key }, true);
    batch.deliver(asKey(row.process_instance_key), JSON.parse(row.item) as OutboxItem);
    return null;
  },
});

/** Goes on with a step that used up its budget. */
export const continueStepTask = (key: Key): Task<null> =>
  unlessSuspended(key, instanceTask('CONTINUE', key, { type: 'continue-step' }, null));

/** Forgets messages whose time to live is over. */
export const expireMessagesTask = (keys: readonly number[]): Task<null> => ({
  name: 'expire-messages',
  run: async (batch) => {
    for (const key of keys) batch.changes.delete(messages, { key });
    return null;
  },
});

/** Forgets idempotency keys that nobody repeats any more. */
export const forgetCommandsTask = (ids: readonly string[]): Task<null> => ({
  name: 'forget-commands',
  run: async (batch) => {
    for (const id of ids) batch.changes.delete(commandIds, { id });
    return null;
  },
});
