import type { Logger } from 'pino';
import type { Database } from '../store/database.ts';
import { Batch } from './batch.ts';
import type { BatchServices } from './batch.ts';
import { sleep } from './clock.ts';
import type { Clock } from './clock.ts';
import { decideBatch } from './decide-batch.ts';
import type { Outcome } from './decide-batch.ts';
import { Refusal } from './refusal.ts';
import { isDatabaseTrouble, isRetryable, refusalFor } from './store-trouble.ts';
import type { Task } from './task.ts';

/** Takes tasks and answers each when its effect is durable. */
export interface Pipeline {
  /** Rejects with `Refusal`: RESOURCE_EXHAUSTED when too many wait, UNAVAILABLE while stopping or when the database fails. */
  submit<A>(task: Task<A>): Promise<A>;
  /** Takes nothing new and waits until all that was accepted is answered. */
  drain(): Promise<void>;
}

export interface PipelineOptions extends BatchServices {
  readonly clock: Clock;
  readonly log: Logger;
  /** Called after every commit, before the callers get their answers. */
  readonly committed: (batch: Batch) => void;
  /** How many tasks may wait. (Default: 10,000.) */
  readonly capacity?: number;
  /** From 0 to 1. (Default: that of the machine.) */
  readonly random?: () => number;
}

const maxBatch = 1_000;
/** From so many waiting tasks on, a half is decided while the other half is written. */
const worthHalving = 16;
const maxAttempts = 5;

interface Waiting {
  readonly task: Task<unknown>;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** A batch on its way to the database. */
interface Flight {
  /** Resolves when the database has answered: whether it took the batch. */
  readonly written: Promise<boolean>;
  /** Resolves when all of it is answered, also what had to be tried again. */
  readonly done: Promise<void>;
  /** What the next batch has to know of it, and it of the next one. */
  readonly course: Course;
}

interface Course {
  /** The database did not take the batch: nothing more may be decided upon it. */
  hasFailed: boolean;
  /** The batch that is decided upon what this one did. */
  follower: Promise<Batch> | null;
}

/** Nothing is on its way. */
const landed = (): Flight => ({
  written: Promise.resolve(true),
  done: Promise.resolve(),
  course: { hasFailed: false, follower: null },
});

/** What was read would have been from before the batch that is on its way, and that was not taken: everything is to be done again. */
class Superseded extends Error {}

/**
 * While one batch is written, the next is decided upon what it did: in memory, where the instances are. Whatever has to be read from the
 * database waits until the batch before is there. When that one is not taken, what was decided upon it is thrown away and decided again.
 */
export const createPipeline = (options: PipelineOptions): Pipeline => {
  const { clock, log, database, cache, capacity = 10_000, random = Math.random } = options;
  const queue: Waiting[] = [];
  let running: Promise<void> | null = null;
  let stopping = false;
  let flight: Flight | null = null;
  let wake: () => void = () => undefined;

  const submit = <A>(task: Task<A>): Promise<A> => {
    if (stopping) return Promise.reject(new Refusal('UNAVAILABLE', 'The server is stopping. Try again in a moment.'));
    if (queue.length >= capacity) {
      return Promise.reject(
        new Refusal('RESOURCE_EXHAUSTED', `Expected fewer than ${capacity} waiting commands. Try again later.`),
      );
    }
    const answer = new Promise<unknown>((resolve, reject) => queue.push({ task, resolve, reject }));
    wake();
    running ??= work();
    return answer as Promise<A>;
  };

  const work = async (): Promise<void> => {
    while (queue.length > 0 || flight !== null) {
      if (queue.length === 0) {
        const queued = new Promise<void>((resolve) => (wake = resolve));
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
    if (before.course.hasFailed) await before.done;
    const batch = new Batch({ ...options, database: readingAfter(database, before) }, clock.nowMs());
    const tasks = waiting.map(({ task }) => task);
    const deciding = decideBatch(batch, tasks, log).then(
      (outcomes) => ({ ok: true, outcomes }) as const,
      (error: unknown) => ({ ok: false, error }) as const,
    );
    before.course.follower = deciding.then(() => batch);
    const decided = await deciding;
    if (!(await before.written)) {
      await before.done;
      return takeOff(waiting, landed(), attempt);
    }
    if (!decided.ok) {
      await before.done;
      forget(batch);
      await recover(waiting, attempt, decided.error);
      return landed();
    }
    promote(batch);
    if (batch.changes.isEmpty) {
      settle(batch, waiting, decided.outcomes);
      return before;
    }
    const writing = database.write(batch.changes);
    const course: Course = { hasFailed: false, follower: null };
    const written = writing.then(
      ({ ok }) => ok,
      () => false,
    );
    return { written, course, done: land(batch, waiting, decided.outcomes, attempt, writing, course) };
  };

  /** Answers the callers of a batch when it is durable; takes back what was decided upon it when it is not. */
  const land = async (
    batch: Batch,
    waiting: readonly Waiting[],
    outcomes: readonly Outcome[],
    attempt: number,
    writing: ReturnType<Database['write']>,
    course: Course,
  ): Promise<void> => {
    const failure = await writing.then(
      (result) =>
        result.ok ? null : { error: new Superseded(`another server changed ${result.conflict.table} first`) },
      (error: unknown) => ({ error }),
    );
    if (failure === null) return settle(batch, waiting, outcomes);
    course.hasFailed = true;
    // What was decided upon it shares instances with it that were never stored.
    const follower = await course.follower;
    forget(batch);
    if (follower !== null) forget(follower);
    await recover(waiting, attempt, failure.error);
  };

  /** A batch could not be stored: its tasks are tried again, or refused where that is of no use. */
  const recover = async (waiting: readonly Waiting[], attempt: number, error: unknown): Promise<void> => {
    if (error instanceof Superseded || isRetryable(error)) return again(waiting, attempt, String(error));
    // One command may be to blame: alone it shows which, and the others are none the worse for it.
    if (waiting.length > 1 && !isDatabaseTrouble(error)) return again(waiting, attempt, String(error));
    // Trouble of the database is told once, when it begins: a log on a full disk must not grow with every command.
    if (!isDatabaseTrouble(error))
      log.error({ err: error, task: waiting[0]?.task.name }, 'a batch could not be stored');
    const refusal = refusalFor(error);
    for (const each of waiting) each.reject(refusal);
  };

  /** One by one, so that the command that met the conflict is the only one that may have to wait. */
  const again = async (waiting: readonly Waiting[], attempt: number, why: string): Promise<void> => {
    if (waiting.length === 1 && attempt >= maxAttempts) {
      log.warn({ why }, 'a command gave up after several conflicts');
      waiting[0]?.reject(
        new Refusal('UNAVAILABLE', 'The instance is being changed by others all the time. Try again.'),
      );
      return;
    }
    // Two servers that step on each other's toes must not do so in time with each other.
    if (waiting.length === 1) await sleep(clock, random() * 10 * attempt);
    for (const each of waiting) {
      const alone = await takeOff([each], landed(), waiting.length === 1 ? attempt + 1 : attempt);
      await alone.done;
    }
  };

  /** A batch is decided: the next one is decided upon what this one did. */
  const promote = (batch: Batch): void => {
    for (const [key, instance] of batch.touched) {
      instance.storedRevision = instance.revision;
      // Several servers may share PostgreSQL: a cached state could be an old one there, and refuse what is right by now.
      const keep = !database.isShared && instance.state.status === 'ACTIVE' && !batch.faulted.has(key);
      if (keep) cache.put(instance);
      else cache.evict(key);
    }
    for (const key of batch.faulted) cache.evict(key);
  };

  /** After a commit. */
  const settle = (batch: Batch, waiting: readonly Waiting[], outcomes: readonly Outcome[]): void => {
    for (const then of batch.onCommitted) then();
    for (const followUp of batch.followUps) {
      followUp.then(submit).catch((error: unknown) => {
        log.warn({ err: error }, 'the answer to a script could not be stored; the script will be run again');
      });
    }
    options.committed(batch);
    waiting.forEach(({ resolve, reject }, index) => {
      const outcome = outcomes[index];
      if (outcome?.ok === true) resolve(outcome.answer);
      else reject(outcome?.error);
    });
  };

  /** What is in memory of the instances of a batch that was not stored never happened. */
  const forget = (batch: Batch): void => {
    for (const key of [...batch.touched.keys(), ...batch.faulted]) cache.evict(key);
    for (const then of batch.onDropped.splice(0)) then();
  };

  return {
    submit,
    drain: async () => {
      stopping = true;
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
});
