import type { Logger } from 'pino';
import { FailedStatement } from '../store/own-statement.ts';
import type { Batch, BatchServices } from './batch.ts';
import { sleep } from './clock.ts';
import type { Clock } from './clock.ts';
import type { Outcome } from './decide-batch.ts';
import { Refusal } from './refusal.ts';
import { isDatabaseTrouble, isRetryable, refusalFor } from './store-trouble.ts';
import type { Task } from './task.ts';

/** A task whose caller waits for its answer. */
export interface Waiting {
  readonly task: Task<unknown>;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

export interface PipelineServices extends BatchServices {
  readonly clock: Clock;
  readonly log: Logger;
  /** Called after every commit, before the callers get their answers. */
  readonly committed: (batch: Batch) => void;
  /** From 0 to 1. (Default: that of the machine.) */
  readonly random?: () => number;
}

/** What a batch was decided upon did not come about, or was changed by another server: everything is to be done again. */
export class Superseded extends Error {}

/** What becomes of a batch and of those who wait for it. */
export interface BatchEnd {
  /** After a commit: answers the callers, tells everybody else. */
  settle(batch: Batch, waiting: readonly Waiting[], outcomes: readonly Outcome[]): void;
  /** What is in memory of the instances of a batch that was not stored never happened. */
  forget(batch: Batch): void;
  /**
   * A batch could not be stored: its tasks are done again by `run`, or refused where that is of no use. `attempt`: how often this was tried, from 1.
   */
  recover(waiting: readonly Waiting[], attempt: number, error: unknown, run: Rerun): Promise<void>;
}

type Rerun = (waiting: readonly Waiting[], attempt: number) => Promise<void>;

const maxAttempts = 8;
/** Rounds in which those are left out whose statements failed. */
const maxRounds = 3;

export const createBatchEnd = (
  { clock, log, cache, committed, random = Math.random }: PipelineServices,
  submit: (task: Task<unknown>) => Promise<unknown>,
): BatchEnd => {
  const again = async (waiting: readonly Waiting[], attempt: number, why: string, run: Rerun): Promise<void> => {
    const [first] = waiting;
    if (waiting.length === 1 && attempt >= maxAttempts) {
      log.warn({ why }, 'a command gave up after several conflicts');
      first?.reject(new Refusal('UNAVAILABLE', 'The instance is being changed by others all the time. Try again.'));
      return;
    }
    // Two servers that step on each other's toes must not do so in time with each other.
    if (attempt > 1) await sleep(clock, random() * 5 * 2 ** Math.min(attempt, 5));
    // One by one in the end, so that the command that meets the conflict is the only one that has to wait.
    if (attempt === 1 || waiting.length === 1) return run(waiting, attempt + 1);
    for (const each of waiting) await run([each], attempt);
  };

  /** The task that a statement came with is refused; the others are done again without it. */
  const withoutBlamed = async (
    waiting: readonly Waiting[],
    attempt: number,
    error: FailedStatement,
    run: Rerun,
  ): Promise<void> => {
    const isBlamed = ({ task }: Waiting): boolean => task.statements?.includes(error.statement) === true;
    for (const each of waiting.filter(isBlamed)) each.reject(error);
    const others = waiting.filter((each) => !isBlamed(each));
    // Where many fail, each is asked alone: a round for each of them would be a round for all others, too.
    if (attempt <= maxRounds && others.length > 0) return run(others, attempt + 1);
    for (const each of others) await run([each], attempt);
  };

  return {
    settle: (batch, waiting, outcomes) => {
      for (const then of batch.onCommitted) then();
      for (const followUp of batch.followUps) {
        followUp.then(submit).catch((error: unknown) => {
          log.warn({ err: error }, 'the answer to a script could not be stored; the script will be run again');
        });
      }
      committed(batch);
      waiting.forEach(({ resolve, reject }, index) => {
        const outcome = outcomes[index];
        if (outcome?.ok === true) resolve(outcome.answer);
        else reject(outcome?.error);
      });
    },
    forget: (batch) => {
      for (const key of [...batch.touched.keys(), ...batch.faulted]) cache.evict(key);
      for (const then of batch.onDropped.splice(0)) then();
    },
    recover: async (waiting, attempt, error, run) => {
      if (error instanceof FailedStatement) return withoutBlamed(waiting, attempt, error, run);
      if (error instanceof Superseded || isRetryable(error)) return again(waiting, attempt, String(error), run);
      // One command may be to blame: alone it shows which, and the others are none the worse for it.
      if (waiting.length > 1 && !isDatabaseTrouble(error)) {
        for (const each of waiting) await run([each], attempt);
        return;
      }
      // Trouble of the database is told once, when it begins: a log on a full disk must not grow with every command.
      if (!isDatabaseTrouble(error))
        log.error({ err: error, task: waiting[0]?.task.name }, 'a batch could not be stored');
      const refusal = refusalFor(error);
      for (const each of waiting) each.reject(refusal);
    },
  };
};
