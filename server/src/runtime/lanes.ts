import type { Key } from '@baton/engine';
import type { WriteResult } from '../store/database.ts';
import { LostAnswer } from '../store/lost-answer.ts';
import { Batch } from './batch.ts';
import { Superseded } from './batch-end.ts';
import type { BatchEnd, PipelineServices, Waiting } from './batch-end.ts';
import { decideBatch } from './decide-batch.ts';
import type { Outcome } from './decide-batch.ts';
import { fateOf } from './lost-batch.ts';
import type { Course } from './pipeline.ts';
import { isConnectionBroken } from './store-trouble.ts';
import type { Task } from './task.ts';

/** Batches on their way at the same time: while the database works on some, others are decided. */
const maxLanes = 4;
const maxBatch = 500;
/** Fewer waiting tasks than this go together: a commit costs more than a command. */
const worthSharing = 8;

/**
 * For a database that several servers share. Batches go side by side, each with instances of its own: what is asked of an instance that is on
 * its way waits until that has landed. A batch takes the instances that it needs out of the cache, after asking the database whether they are
 * still as they were; so it never sees what another one has not committed. Where two meet after all (by messages or calls, or on another
 * server), the revision lets one win, and the other is decided again.
 */
export const createLanes = (queue: Waiting[], options: PipelineServices, end: BatchEnd): Course => {
  const { clock, log, database, cache, owners } = options;
  const inFlight = new Set<Key>();
  let lanes = 0;
  let isAlone = false;
  let isGathering = false;
  const whenIdle: (() => void)[] = [];

  const instanceOf = ({ needs }: Task<unknown>): Key | null => {
    if (needs === undefined) return null;
    if (needs.table === 'process_instances') return needs.key;
    return owners.get(needs.table, needs.key)?.processInstanceKey ?? null;
  };

  /** Takes from the queue what may go now, in its order. */
  const next = (): { readonly waiting: Waiting[]; readonly keys: Set<Key> } => {
    const keys = new Set<Key>();
    if (queue[0]?.task.exclusive === true) {
      isAlone = lanes === 0;
      return { waiting: isAlone ? queue.splice(0, 1) : [], keys };
    }
    const share = queue.length <= worthSharing ? queue.length : Math.ceil(queue.length / (maxLanes - lanes));
    const waiting: Waiting[] = [];
    let kept = 0;
    let at = 0;
    for (; at < queue.length && waiting.length < Math.min(share, maxBatch); at += 1) {
      const each = queue[at] as Waiting;
      if (each.task.exclusive === true) break;
      const key = instanceOf(each.task);
      if (key !== null && inFlight.has(key)) {
        queue[kept++] = each;
        continue;
      }
      if (key !== null) keys.add(key);
      waiting.push(each);
    }
    queue.splice(kept, at - kept);
    return { waiting, keys };
  };

  const fill = (): void => {
    while (lanes < maxLanes && !isAlone && queue.length > 0) {
      const { waiting, keys } = next();
      if (waiting.length === 0) return;
      lanes += 1;
      for (const key of keys) inFlight.add(key);
      void run(waiting, 1).then(() => {
        lanes -= 1;
        isAlone = false;
        for (const key of keys) inFlight.delete(key);
        if (queue.length > 0) wake();
        else if (lanes === 0) for (const resolve of whenIdle.splice(0)) resolve();
      });
    }
  };

  const run = async (waiting: readonly Waiting[], attempt: number): Promise<void> => {
    const batch = new Batch(options, clock.nowMs());
    const stored = await store(batch, waiting).catch((error: unknown) => ({ error }));
    if ('error' in stored) {
      end.forget(batch);
      return end.recover(waiting, attempt, stored.error, run);
    }
    giveBack(batch);
    end.settle(batch, waiting, stored.outcomes);
  };

  const store = async (
    batch: Batch,
    waiting: readonly Waiting[],
  ): Promise<{ readonly outcomes: readonly Outcome[] }> => {
    const tasks = waiting.map(({ task }) => task);
    const outcomes = await decideBatch(batch, tasks, log).catch((error: unknown) => {
      // Nothing is written yet, so everything can simply be done again.
      throw isConnectionBroken(error) ? new Superseded('a connection broke while a batch was decided') : error;
    });
    if (batch.changes.isEmpty) return { outcomes };
    const result = await written(batch);
    if (!result.ok) throw new Superseded(`another server changed ${result.conflict?.table ?? 'something'} first`);
    return { outcomes };
  };

  /** Writes a batch. When the answer gets lost it is looked up; only where nobody knows, the error is thrown. */
  const written = async (batch: Batch): Promise<WriteResult> => {
    try {
      return await database.write(batch.changes);
    } catch (error) {
      if (!(error instanceof LostAnswer)) throw error;
      const fate = await fateOf(batch, error, clock);
      log.info({ fate }, 'the answer to a commit was lost, and what became of it was looked up');
      if (fate === 'stored') return { ok: true };
      throw fate === 'unknown' ? error : new Superseded('a batch was lost on its way to the database');
    }
  };

  const giveBack = (batch: Batch): void => {
    for (const [key, instance] of batch.touched) {
      if (instance.state.status !== 'ACTIVE' || batch.faulted.has(key)) continue;
      instance.storedRevision = instance.revision;
      cache.put(instance);
    }
  };

  const wake = (): void => {
    if (isGathering) return;
    isGathering = true;
    // Lets requests that have arrived meanwhile join the batch: the durable commit is the dear part, so it is shared.
    setImmediate(() => {
      isGathering = false;
      fill();
    });
  };

  return {
    wake,
    idle: () =>
      queue.length === 0 && lanes === 0 ? Promise.resolve() : new Promise((resolve) => void whenIdle.push(resolve)),
  };
};
