import type { activatedJobAnswer } from '../api/activated-job-answer.ts';
import type { Transaction } from './transaction.ts';

type ActivatedJob = ReturnType<ReturnType<typeof activatedJobAnswer>>;

/** A job in the hands of a handler of the same program. */
export interface HandledJob<V extends object = Record<string, unknown>> extends Omit<ActivatedJob, 'variables'> {
  readonly variables: Readonly<V>;
}

export interface HandlerContext {
  /** What it is given is written when the job is completed, in the same transaction; when the handler fails, nothing of it is. */
  readonly transaction: Transaction;
  /** Aborts when the handlers are stopped without patience. */
  readonly signal: AbortSignal;
}

/**
 * Does the work of a job in the server's own program. What it returns are the variables that complete the job. What it throws fails the job with a retry
 * less; a `BpmnError` is thrown in the process. It may be run again after a crash or when its lock ran out: what it does outside of `transaction` may
 * happen twice, what it does by it happens once.
 */
export type JobHandler<V extends object> = (
  job: HandledJob<V>,
  context: HandlerContext,
) => Promise<object | void> | object | void;

export interface HandleOptions {
  /** Jobs that are worked on at the same time. (Default: 10.) */
  readonly maxActive?: number;
  /** Whose jobs it gets. (Default: those of the default tenant.) */
  readonly tenantIds?: readonly string[];
  /** For how long a job is locked, milliseconds; extended while its handler works. (Default: 60,000.) */
  readonly timeoutMs?: number;
  /** The pause before a failed job is tried again, milliseconds; doubles with every retry used up. (Default: 1,000.) */
  readonly retryBackOffMs?: number;
  /** The variables that the handler needs. (Default: all.) */
  readonly fetchVariables?: readonly string[];
  /** Told what handlers throw and what could not be stored. (Default: the log.) */
  readonly onTrouble?: (error: unknown, jobKey: string | null) => void;
}

/** A handler at work. */
export interface Handling {
  /** Takes no more jobs and waits for those that it has. After `graceMs` it waits no longer, and they are handed out again when their locks end. (Default: for ever.) */
  stop(graceMs?: number): Promise<void>;
}
