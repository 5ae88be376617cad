import { asKey } from '@baton/engine';
import type { Logger } from 'pino';
import type { Database } from '../store/database.ts';
import {
  claimDueJobs,
  claimDueOutbox,
  claimDueStartTimers,
  claimDueTimers,
  claimRemovable,
  claimSuspendedSteps,
} from '../store/operations/claim-due.ts';
import { findUnsealed } from '../store/operations/find-audit.ts';
import { findExpiredMessages, findNextDue, findOldCommands } from '../store/operations/find-due.ts';
import { removeExpiredMessages, removeOldAddresses, removeOldCommands } from '../store/operations/remove-expired.ts';
import { maxSealed, sealTask } from './audit/audit-seal.ts';
import { findExpiredDocuments } from '../store/searches/find-document.ts';
import { workBatchOperations } from './batch-operations/work-batch-operations.ts';
import type { Clock } from './clock.ts';
import {
  continueStepTask,
  expireMessagesTask,
  fireStartTimerTask,
  fireTimerTask,
  forgetCommandsTask,
  outboxTask,
  releaseJobTask,
} from './due-tasks.ts';
import { deleteDocumentTask } from './documents/delete-document.ts';
import type { Pipeline } from './pipeline.ts';
import { isPassing } from './refusal.ts';
import { removeHistoryTask } from './remove-history.ts';
import type { Task } from './task.ts';

/** Does what comes due: timers, lock and back-off ends, message expiry, left-over deliveries, suspended steps. */
export interface Scheduler {
  start(): void;
  /** Something comes due at this time (epoch milliseconds). A hint: losing one costs a poll interval. */
  hint(dueMs: number): void;
  /** Does everything that is due now. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

export interface SchedulerOptions {
  readonly database: Database;
  readonly pipeline: Pick<Pipeline, 'submit'>;
  readonly clock: Clock;
  readonly log: Logger;
  /** Look at the database at least so often, milliseconds. (Default: 1,000.) */
  readonly pollMs?: number;
}

const pageSize = 500;
const documentPage = 20;
/** How long an idempotency key is kept, milliseconds: a day. */
const commandIdLifeMs = 86_400_000;
/** How long the addresses of messages are kept, milliseconds: longer than any batch is on its way. */
const addressLifeMs = 3_600_000;
/** Entries of the audit log are chained together at most so often, milliseconds. */
const sealEveryMs = 1_000;
/** What failed is left alone for so long, milliseconds: one bad timer must not spin. */
const pauseAfterFailureMs = 30_000;

export const createScheduler = ({ database, pipeline, clock, log, pollMs = 1_000 }: SchedulerOptions): Scheduler => {
  const paused = new Map<string, number>();
  let disarm: (() => void) | null = null;
  let timerDueMs = Infinity;
  let sealedMs = -Infinity;
  let running: Promise<void> | null = null;
  let stopped = true;
  /** A hint came while everything was being looked at: look again. */
  let again = false;

  /** Submits a page together, so that it shares transactions. True when the page was full and something of it got done. */
  const submitAll = async (
    tasks: readonly { readonly id: string; readonly task: Task<unknown> }[],
  ): Promise<boolean> => {
    const now = clock.nowMs();
    const ready = tasks.filter(({ id }) => (paused.get(id) ?? 0) <= now);
    const results = await Promise.allSettled(ready.map(({ task }) => pipeline.submit(task)));
    results.forEach((result, index) => {
      const id = ready[index]?.id ?? '';
      if (result.status === 'fulfilled') {
        paused.delete(id);
        return;
      }
      // What the database could not take is not bad: it goes on when the database does.
      if (!isPassing(result.reason)) paused.set(id, now + pauseAfterFailureMs);
      log.warn({ id, why: String(result.reason) }, 'what was due could not be done; it will be tried again');
    });
    return tasks.length === pageSize && results.some((result) => result.status === 'fulfilled');
  };

  const sources: readonly (() => Promise<boolean>)[] = [
    async () =>
      submitAll(
        (await claimSuspendedSteps(database, clock.nowMs(), pageSize)).map(({ key }) => ({
          id: `s${key}`,
          task: continueStepTask(asKey(key)),
        })),
      ),
    async () =>
      submitAll(
        (await claimDueOutbox(database, clock.nowMs(), pageSize)).map((row) => ({
          id: `o${row.key}`,
          task: outboxTask(row),
        })),
      ),
    async () =>
      submitAll(
        (await claimDueTimers(database, clock.nowMs(), pageSize)).map((row) => ({
          id: `t${row.key}`,
          task: fireTimerTask(row),
        })),
      ),
    async () =>
      submitAll(
        (await claimDueStartTimers(database, clock.nowMs(), pageSize)).map((row) => ({
          id: `b${row.key}`,
          task: fireStartTimerTask(row),
        })),
      ),
    async () =>
      submitAll(
        (await claimDueJobs(database, clock.nowMs(), pageSize)).map((row) => ({
          id: `j${row.key}`,
          task: releaseJobTask(row),
        })),
      ),
    async () => {
      const nowMs = clock.nowMs();
      if (database.isShared) return (await removeExpiredMessages(database, nowMs, pageSize)) === pageSize;
      const expired = await findExpiredMessages(database, nowMs, pageSize);
      if (expired.length > 0) await pipeline.submit(expireMessagesTask(expired.map(({ key }) => key)));
      return expired.length === pageSize;
    },
    async () => {
      const beforeMs = clock.nowMs() - commandIdLifeMs;
      if (database.isShared) return (await removeOldCommands(database, beforeMs, pageSize)) === pageSize;
      const old = await findOldCommands(database, beforeMs, pageSize);
      if (old.length > 0) await pipeline.submit(forgetCommandsTask(old.map(({ id }) => id)));
      return old.length === pageSize;
    },
    async () =>
      database.isShared && (await removeOldAddresses(database, clock.nowMs() - addressLifeMs, pageSize)) === pageSize,
    async () => {
      // One at a time, and a little of it at a time: what is over can wait, commands cannot.
      const over = await claimRemovable(database, clock.nowMs());
      if (over === null) return false;
      while (await pipeline.submit(removeHistoryTask(over))) if (stopped && running !== null) return false;
      return true;
    },
    async () => {
      const expired = await findExpiredDocuments(database, clock.nowMs(), documentPage);
      await submitAll(expired.map((id) => ({ id: `d${id}`, task: deleteDocumentTask(id) })));
      // The others at the next poll: each is many rows.
      return false;
    },
    () => workBatchOperations({ database, pipeline, clock, log }),
    async () => {
      if (clock.nowMs() - sealedMs < sealEveryMs) return false;
      // Also where there is nothing: a tick may come with every timer.
      sealedMs = clock.nowMs();
      if ((await findUnsealed(database, 1)).length === 0) return false;
      while ((await pipeline.submit(sealTask())) === maxSealed) if (stopped && running !== null) break;
      return false;
    },
  ];

  const tick = async (): Promise<void> => {
    for (let more = true; more && !(stopped && running !== null);) {
      more = false;
      for (const source of sources) more = (await source()) || more;
    }
    for (const [id, until] of paused) if (until <= clock.nowMs()) paused.delete(id);
  };

  const arm = (dueMs: number): void => {
    if (stopped || dueMs >= timerDueMs) return;
    disarm?.();
    timerDueMs = dueMs;
    disarm = clock.after(Math.max(0, Math.min(dueMs - clock.nowMs(), pollMs)), fire);
  };

  const fire = (): void => {
    disarm = null;
    timerDueMs = Infinity;
    if (stopped) return;
    if (running !== null) {
      again = true;
      return;
    }
    const lookedAtMs = clock.nowMs();
    running = tick()
      .catch((error: unknown) => log.error({ err: error }, 'the scheduler failed; it goes on'))
      .then(async () => {
        running = null;
        const now = clock.nowMs();
        const next = await findNextDue(database, lookedAtMs).catch(() => null);
        // What was due when the look began and is still there is paused, or another server's: it waits for the next poll. What came due since has
        // not been looked at: a timer of the machine may fire a moment early.
        arm(again ? now : Math.min(next ?? Infinity, now + pollMs));
        again = false;
      });
  };

  return {
    start: () => {
      stopped = false;
      arm(clock.nowMs());
    },
    hint: (dueMs) => arm(dueMs),
    tick,
    stop: async () => {
      stopped = true;
      disarm?.();
      if (running !== null) await running;
    },
  };
};
