import { BatonError } from '../baton-error.ts';
import type { ActivatedJob } from '../generated/schemas.ts';
import type { Jobs } from '../generated/jobs.ts';
import { BpmnError } from './bpmn-error.ts';
import { keepLock } from './keep-lock.ts';
import type { Job, JobFailure, WorkerOptions, WorkerTrouble } from './worker-options.ts';

/** The server may be away for a while (a restart, a failover): the outcome of work that is done is worth some patience. */
const reportAttempts = 12;

type Settings<V extends object> = Pick<WorkerOptions<V>, 'handler' | 'retryBackOff' | 'extendsLocks'> & {
  readonly timeoutMs: number;
  readonly tell: (trouble: WorkerTrouble) => void;
};

/** The pause before a job is tried again, by the retries that are left: counted from the usual three. */
const retryPauseMs = (
  retriesLeft: number,
  { baseMs = 1_000, capMs = 300_000 }: { baseMs?: number; capMs?: number } = {},
): number => Math.min(capMs, baseMs * 2 ** Math.max(0, 2 - retriesLeft));

/** Hands one job to the handler and tells the server what came of it. Never rejects. `stopping` aborts what the handler is told to abort by. */
export const workOnJob = async <V extends object>(
  jobs: Pick<Jobs, 'completeJob' | 'failJob' | 'throwJobError' | 'updateJob'>,
  given: ActivatedJob,
  { handler, retryBackOff, extendsLocks = true, timeoutMs, tell }: Settings<V>,
  stopping: AbortSignal,
): Promise<void> => {
  const { jobKey } = given;
  const options = { attempts: reportAttempts };
  const lost = new AbortController();
  const told: { report: Promise<void> | null } = { report: null };
  /** Sends the first outcome; a handler that says two things gets the answer to the first. */
  const settle = (send: () => Promise<void>): Promise<void> => (told.report ??= send());

  const fail = ({ message, retries, retryBackOffMs, variables }: JobFailure): Promise<void> => {
    const left = retries ?? Math.max(0, given.retries - 1);
    return settle(() =>
      jobs.failJob(
        {
          jobKey,
          retries: left,
          errorMessage: message,
          retryBackOff: retryBackOffMs ?? (left > 0 ? retryPauseMs(left, retryBackOff) : 0),
          ...(variables === undefined ? {} : { variables: { ...variables } }),
        },
        options,
      ),
    );
  };
  const complete = (variables: object = {}): Promise<void> =>
    settle(() => jobs.completeJob({ jobKey, variables: { ...variables } }, options));
  const error = (errorCode: string, errorMessage = '', variables: object = {}): Promise<void> =>
    settle(() => jobs.throwJobError({ jobKey, errorCode, errorMessage, variables: { ...variables } }, options));

  const job = {
    ...given,
    signal: AbortSignal.any([lost.signal, stopping]),
    complete,
    fail,
    error,
  } as unknown as Job<V>;
  const letGo = extendsLocks
    ? keepLock(jobs, jobKey, timeoutMs, {
        lost: (cause) => lost.abort(cause),
        failed: (cause) => tell({ type: 'lock', jobKey, error: cause }),
      })
    : () => undefined;
  try {
    const outcome = await run(handler, job);
    if (outcome.ok) {
      // Another outcome that the handler has told comes first, see `settle`.
      await complete(outcome.variables);
    } else {
      const { thrown } = outcome;
      // What a report of its own came to is told below; it is no failure of the work.
      if (told.report === null && !(thrown instanceof BpmnError)) tell({ type: 'handler', jobKey, error: thrown });
      if (told.report !== null) await told.report;
      // A job that is not ours any more, or that is left behind, is nobody's failure: somebody else gets it.
      else if (lost.signal.aborted || stopping.aborted) return;
      else if (thrown instanceof BpmnError) await error(thrown.errorCode, thrown.message, thrown.variables);
      else await fail({ message: messageOf(thrown) });
    }
  } catch (cause) {
    if (!(cause instanceof BatonError && lost.signal.aborted)) tell({ type: 'report', jobKey, error: cause });
  } finally {
    letGo();
  }
};

type Outcome = { readonly ok: true; readonly variables: object } | { readonly ok: false; readonly thrown: unknown };

const run = async <V extends object>(handler: WorkerOptions<V>['handler'], job: Job<V>): Promise<Outcome> => {
  try {
    const returned: unknown = await handler(job);
    return { ok: true, variables: typeof returned === 'object' && returned !== null ? returned : {} };
  } catch (thrown) {
    return { ok: false, thrown };
  }
};

const messageOf = (thrown: unknown): string =>
  (thrown instanceof Error ? thrown.message : String(thrown)).slice(0, 5_000);
