import type { Database, WriteResult } from '../store/database.ts';
import { Batch } from './batch.ts';
import { Superseded } from './batch-end.ts';
import type { BatchEnd, PipelineServices, Waiting } from './batch-end.ts';
import { decideBatch } from './decide-batch.ts';
import type { Outcome } from './decide-batch.ts';
import type { Course } from './pipeline.ts';

const maxBatch = 1_000;
/** From so many waiting tasks on, a half is decided while the other half is written. */
const worthHalving = 16;

/** Batches that may be with the database at the same time: it works on one, and finds the next when it is done with that. */
const maxFlights = 2;

/** A batch on its way to the database. */
interface Flight {
  /** Resolves when the database has answered: whether it took the batch. */
  readonly written: Promise<boolean>;
  /** Resolves when all of it is answered, also what had to be tried again. */
  readonly done: Promise<void>;
  readonly link: Link;
}

/** What a batch and the next one have to know of each other. */
interface Link {
  /** The database has taken the batch. */
  hasLanded: boolean;
  /** The database did not take the batch, or one before it: nothing more may be decided upon it. */
  hasFailed: boolean;
  /** The batch that is decided upon what this one did. */
  follower: { readonly decided: Promise<Batch>; readonly link: Link } | null;
}

const newLink = (): Link => ({ hasLanded: false, hasFailed: false, follower: null });

/** Nothing is on its way. */
const landed = (): Flight => ({
  written: Promise.resolve(true),
  done: Promise.resolve(),
  link: { ...newLink(), hasLanded: true },
});

/**
 * For a database of our own. While batches are written, the next is decided upon what they did: in memory, where the instances are. Whatever has
 * to be read from the database waits until the batch before is there. When one is not taken, those that were decided upon it are not taken either:
 * they are thrown away and decided again, in their order.
 */
export const createOverlap = (queue: Waiting[], options: PipelineServices, end: BatchEnd): Course => {
  const { clock, log, database, cache } = options;
  let running: Promise<void> | null = null;
  /** Those that are not answered yet, the oldest first. */
  const flights: Flight[] = [];
  let arrived: () => void = () => undefined;

  const work = async (): Promise<void> => {
    while (queue.length > 0 || flights.length > 0) {
      if (queue.length === 0 || flights.length >= maxFlights) {
        const queued = new Promise<void>((resolve) => (arrived = resolve));
        await (flights.length >= maxFlights ? flights[0]?.done : Promise.race([flights[0]?.done, queued]));
        continue;
      }
      // Lets requests that have arrived meanwhile join the batch: the durable commit is the dear part, so it is shared.
      await new Promise(setImmediate);
      const isAlone = queue[0]?.task.exclusive === true;
      if (isAlone) await flights.at(-1)?.done;
      const begun = await takeOff(nextBatch(), flights.at(-1) ?? landed(), 1);
      if (!flights.includes(begun) && !begun.link.hasLanded) {
        flights.push(begun);
        void begun.done.then(() => flights.splice(flights.indexOf(begun), 1));
      }
      if (isAlone) await begun.done;
    }
    running = null;
  };

  const nextBatch = (): Waiting[] => {
    const exclusive = queue.findIndex(({ task }) => task.exclusive === true);
    if (exclusive === 0) return queue.splice(0, 1);
    const ready = Math.min(exclusive < 0 ? queue.length : exclusive, maxBatch);
    return queue.splice(0, flights.length > 0 || ready < worthHalving ? ready : Math.ceil(ready / 2));
  };

  /** Decides a batch upon the one that is on its way, and sends it after that. */
  const takeOff = async (waiting: readonly Waiting[], before: Flight, attempt: number): Promise<Flight> => {
    const afterAll = async (): Promise<Flight> => {
      await before.done;
      return takeOff(waiting, landed(), attempt);
    };
    if (before.link.hasFailed) return afterAll();
    const batch = new Batch({ ...options, database: readingAfter(database, before) }, clock.nowMs());
    const link = newLink();
    const tasks = waiting.map(({ task }) => task);
    const deciding = decideBatch(batch, tasks, log).then(
      (outcomes) => ({ ok: true, outcomes }) as const,
      (error: unknown) => ({ ok: false, error }) as const,
    );
    before.link.follower = { decided: deciding.then(() => batch), link };
    const decided = await deciding;
    if (before.link.hasFailed) return afterAll();
    if (!decided.ok) {
      await before.done;
      end.forget(batch);
      await end.recover(waiting, attempt, decided.error, again);
      return landed();
    }
    promote(batch);
    if (batch.changes.isEmpty) {
      // What it was told of the batch before is true only when that is durable.
      if (!(await before.written)) return afterAll();
      end.settle(batch, waiting, decided.outcomes);
      return before;
    }
    const writing = database.write(batch.changes, !before.link.hasLanded);
    const written = writing.then(
      ({ ok }) => ok,
      () => false,
    );
    return {
      written,
      link,
      done: land({ batch, waiting, outcomes: decided.outcomes, attempt, before, link }, writing),
    };
  };

  /** Answers the callers of a batch when it is durable; takes back what was decided upon it when it is not. */
  const land = async (
    { batch, waiting, outcomes, attempt, before, link }: Landing,
    writing: ReturnType<Database['write']>,
  ): Promise<void> => {
    const failure = await writing.then(whyNotTaken, (error: unknown) => ({ error }));
    if (failure === null) {
      link.hasLanded = true;
      return end.settle(batch, waiting, outcomes);
    }
    // What was decided upon it shares instances with it that were never stored.
    for (let failed: Link | undefined = link; failed !== undefined; failed = failed.follower?.link)
      failed.hasFailed = true;
    end.forget(batch);
    for (let { follower } = link; follower !== null; { follower } = follower.link) end.forget(await follower.decided);
    await before.done;
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

/** A batch that the database has been given, with what its callers are told. */
interface Landing {
  readonly batch: Batch;
  readonly waiting: readonly Waiting[];
  readonly outcomes: readonly Outcome[];
  readonly attempt: number;
  readonly before: Flight;
  readonly link: Link;
}

const notStored = 'the batch before was not stored';

/** Why the database did not take a batch; null when it did. */
const whyNotTaken = (result: WriteResult): { readonly error: Superseded } | null => {
  if (result.ok) return null;
  const { conflict } = result;
  return { error: new Superseded(conflict === null ? notStored : `another server changed ${conflict.table} first`) };
};

/** The database as a batch may read it: with everything that the batch before it has done. */
const readingAfter = (database: Database, before: Flight): Database => {
  const untilWritten = async (): Promise<void> => {
    if (!(await before.written)) throw new Superseded(notStored);
  };
  return {
    ...database,
    rows: async (sql, params) => {
      await untilWritten();
      return database.rows(sql, params);
    },
    snapshot: async (reads) => {
      await untilWritten();
      return database.snapshot(reads);
    },
  };
};
