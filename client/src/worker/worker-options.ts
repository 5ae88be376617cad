import type { BackOff } from '../back-off.ts';
import type { ActivatedJob } from '../generated/schemas.ts';

export interface JobFailure {
  /** Shown with the job, and with the incident when no retries are left. */
  readonly message: string;
  /** How often it may be tried after this. (Default: one less than before.) */
  readonly retries?: number;
  /** Nobody gets the job again before, milliseconds. (Default: that of the worker.) */
  readonly retryBackOffMs?: number;
  /** Set in the scope of the task. */
  readonly variables?: object;
}

/** A job in the hands of a handler. What it does to it is told to the server once: the first of `complete`, `fail` and `error` counts. */
export interface Job<V extends object = Record<string, unknown>> extends Omit<ActivatedJob, 'variables'> {
  readonly variables: Readonly<V>;
  /** Aborts when the job is no longer this worker's (canceled, or its lock ran out), or when the worker is stopped without patience. */
  readonly signal: AbortSignal;
  /** Completes the job. Throws `BatonError` when the server does not take it. */
  complete(variables?: object): Promise<void>;
  /** Gives the job back: it is tried again, or becomes an incident when no retries are left. */
  fail(failure: JobFailure): Promise<void>;
  /** Throws a BPMN error that the process catches. */
  error(errorCode: string, message?: string, variables?: object): Promise<void>;
}

/**
 * Does the work. What it returns are the variables that complete the job, unless it has completed, failed or thrown by itself. What it throws fails the
 * job with a retry less; a `BpmnError` is thrown in the process instead.
 */
export type Handler<V extends object> = (job: Job<V>) => Promise<object | void> | object | void;

/** What went wrong in a worker, for logs and alarms. The worker goes on by itself. */
export type WorkerTrouble =
  /** No jobs could be fetched; it is tried again after a pause. */
  | { readonly type: 'poll'; readonly error: unknown }
  /** The handler threw; the job was failed. */
  | { readonly type: 'handler'; readonly jobKey: string; readonly error: unknown }
  /** What the handler came to could not be told to the server; the job will be handed out again when its lock ends. */
  | { readonly type: 'report'; readonly jobKey: string; readonly error: unknown }
  /** The lock of a job could not be extended. */
  | { readonly type: 'lock'; readonly jobKey: string; readonly error: unknown };

export interface WorkerOptions<V extends object = Record<string, unknown>> {
  /** The type of the jobs, as the model says it. */
  readonly type: string;
  readonly handler: Handler<V>;
  /** Jobs that are worked on at the same time. (Default: 10.) */
  readonly maxActive?: number;
  /** For how long a job is locked, milliseconds; the lock is extended while the handler works. (Default: 60,000.) */
  readonly timeoutMs?: number;
  /** How long one poll waits for a job, milliseconds. (Default: 20,000.) */
  readonly pollMs?: number;
  /** The variables that the handler needs. (Default: all.) */
  readonly fetchVariables?: readonly string[];
  /** Shown with the jobs. (Default: baton-client.) */
  readonly name?: string;
  /** The pause before a failed job is tried again: it doubles with every retry used up. (Default: 1 s, at most 5 minutes; no randomness.) */
  readonly retryBackOff?: BackOff;
  /** Whether locks are extended while handlers work. (Default: true.) */
  readonly extendsLocks?: boolean;
  /** Told of everything that goes wrong. (Default: nobody.) */
  readonly onTrouble?: (trouble: WorkerTrouble) => void;
}

/** A running worker. */
export interface Worker {
  /** Jobs that are worked on right now. */
  readonly active: number;
  /**
   * Fetches nothing more and waits for the handlers; after `graceMs` their signals abort, and they are waited for no longer. (Default: for ever.) Jobs
   * that are not done then are handed out again when their locks end.
   */
  stop(graceMs?: number): Promise<void>;
}
