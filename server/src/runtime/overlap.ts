import type { Database } from '../store/database.ts';
import { Batch } from './batch.ts';
import { Superseded } from './batch-end.ts';
import type { BatchEnd, PipelineServices, Waiting } from './batch-end.ts';
import { decideBatch } from './decide-batch.ts';
import type { Outcome } from './decide-batch.ts';
import type { Course } from './pipeline.ts';

const maxBatch = 1_000;
/** From so many waiting tasks on, a half is decided while the other half is written. */
const worthHalving = 16;

/** A batch on its way to the database. */
interface Flight {
  /** Resolves when the database has answered: whether it took the batch. */
  readonly written: Promise<boolean>;
  /** Resolves when all of it is answered, also what had to be tried again. */
  readonly done: Promise<void>;
  /** What the next batch has to know of it, and it of the next one. */
  readonly link: Link;
}

interface Link {
  /** The database did not take the batch: nothing more may be decided upon it. */
  hasFailed: boolean;
  /** The batch that is decided upon what this one did. */
  follower: Promise<Batch> | null;
}

/** Nothing is on its way. */
const landed = (): Flight => ({
  written: Promise.resolve(true),
  done: Promise.resolve(),
  link: { hasFailed: false, follower: null },
});

/**
 * For a database of our own. While one batch is written, the next is decided upon what it did: in memory, where the instances are. Whatever has
 * to be read from the database waits until the batch before is there. When that one is not taken, what was decided upon it is thrown away and
 * decided again.
 */
export const createOverlap = (queue: Waiting[], options: PipelineServices, end: BatchEnd): Course => {
  const { clock, log, database, cache } = options;
  let running: Promise<void> | null = null;
  let flight: Flight | null = null;
  let arrived: () => void = () => undefined;

  const work = async (): Promise<void> => {
    while (queue.length > 0 || flight !== null) {
      if (queue.length === 0) {
        const queued = new Promise<void>((resolve) => (arrived = resolve));
        await Promise.race([flight?.done, queued]);
        continue;
      }
      // Lets requests that have arrived meanwhile join the batch: the durable commit is the dear part, so it is shared.
      await new Promise(setImmediate);
      const isAlone = queue[0]?.task.exclusive === true;
      if (isAlone) await flight?.done;
      const begun = await takeOff(nextBatch(), flight ?? landed(), 1);
      flight = begun;
      void begun.done.then(() => {
        if (flight === begun) flight = null;
      });
      if (isAlone) await begun.done;
    }
    running = null;
  };

  const nextBatch = (): Waiting[] => {
    const exclusive = queue.findIndex(({ task }) => task.exclusive === true);
    if (exclusive === 0) return queue.splice(0, 1);
    const ready = Math.min(exclusive < 0 ? queue.length : exclusive, maxBatch);
    return queue.splice(0, flight !== null || ready < worthHalving ? ready : Math.ceil(ready / 2));
  };

  /** Decides a batch upon the one that is on its way, and sends it after that. */
  const takeOff = async (waiting: readonly Waiting[], before: Flight, attempt: number): Promise<Flight> => {
    if (before.link.hasFailed) await before.done;
    const batch = new Batch({ ...options, database: readingAfter(database, before) }, clock.nowMs());
    const tasks = waiting.map(({ task }) => task);
    const deciding = decideBatch(batch, tasks, log).then(
      (outcomes) => ({ ok: true, outcomes }) as const,
      (error: unknown) => ({ ok: false, error }) as const,
    );
    before.link.follower = deciding.then(() => batch);
    const decided = await deciding;
    if (!(await before.written)) {
      await before.done;
      return takeOff(waiting, landed(), attempt);
    }
    if (!decided.ok) {
      await before.done;
      end.forget(batch);
      await end.recover(waiting, attempt, decided.error, again);
      return landed();
    }
    promote(batch);
    if (batch.changes.isEmpty) {
      end.settle(batch, waiting, decided.outcomes);
      return before;
    }
    const writing = database.write(batch.changes);
    const link: Link = { hasFailed: false, follower: null };
    const written = writing.then(
      ({ ok }) => ok,
      () => false,
    );
    return { written, link, done: land(batch, waiting, decided.outcomes, attempt, writing, link) };
  };

  /** Answers the callers of a batch when it is durable; takes back what was decided upon it when it is not. */
  const land = async (
    batch: Batch,
    waiting: readonly Waiting[],
    outcomes: readonly Outcome[],
    attempt: number,
    writing: ReturnType<Database['write']>,
    link: Link,
  ): Promise<void> => {
    const failure = await writing.then(
      (result) =>
        result.ok ? null : { error: new Superseded(`another server changed ${result.conflict.table} first`) },
      (error: unknown) => ({ error }),
    );
    if (failure === null) return end.settle(batch, waiting, outcomes);
    link.hasFailed = true;
    // What was decided upon it shares instances with it that were never stored.
    const follower = await link.follower;
    end.forget(batch);
    if (follower !== null) end.forget(follower);
    await end.recover(waiting, attempt, failure.error, again);
  };

  /** What had to be given up is done again with nothing else on its way. */
  const again = async (waiting: readonly Waiting[], attempt: number): Promise<void> => {
    const begun = await takeOff(waiting, landed(), attempt);
    await begun.done;
  };

  /** A batch is decided: the next one is decided upon what this one did. */
  const promote = (batch: Batch): void => {
    for (const [key, instance] of batch.touched) {
      instance.storedRevision = instance.revision;
      if (instance.state.status === 'ACTIVE' && !batch.faulted.has(key)) cache.put(instance);
      else cache.evict(key);
    }
    for (const key of batch.faulted) cache.evict(key);
  };

  return {
    wake: () => {
      arrived();
      running ??= work();
    },
    idle: async () => {
      while (running !== null) await running;
    },
  };
};

/** The database as a batch may read it: with everything that the batch before it has done. */
const readingAfter = (database: Database, before: Flight): Database => ({
  ...database,
  rows: async (sql, params) => {
    if (!(await before.written)) throw new Superseded('the batch before was not stored');
    return database.rows(sql, params);
  },
  snapshot: async (reads) => {
    if (!(await before.written)) throw new Superseded('the batch before was not stored');
    return database.snapshot(reads);
  },
});
