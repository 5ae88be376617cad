import type { Batch } from './batch.ts';
import { activateJobs } from './activate-jobs.ts';
import type { ActivatedJob, ActivationRequest } from './activate-jobs.ts';
import type { Clock } from './clock.ts';
import type { Pipeline } from './pipeline.ts';

/** A worker's poll: answered with jobs as soon as there are some, with none when its time is over. It holds no connection meanwhile. */
export interface Poll extends ActivationRequest {
  /** How long to wait for a job, milliseconds; 0 answers at once. */
  readonly waitMs: number;
  /** Whether the caller has gone: jobs must not be locked for nobody. */
  readonly isGone: () => boolean;
}

export interface JobWaiters {
  poll(request: Poll): Promise<readonly ActivatedJob[]>;
  /** The caller of a poll has gone. */
  sweep(): void;
  /** Jobs of these types may be had now. */
  wake(types: Iterable<string>): void;
  /** Answers everybody with nothing: the server stops. */
  close(): void;
}

interface Waiter {
  readonly request: Poll;
  readonly answer: (jobs: readonly ActivatedJob[]) => void;
  readonly fail: (error: unknown) => void;
  callOff: (() => void) | null;
  /** Jobs are being locked for it right now: its time must not run out before they are in its hands. */
  busy: boolean;
}

export interface JobWaitersOptions {
  readonly pipeline: Pick<Pipeline, 'submit'>;
  /** Locks jobs for a worker without the pipeline; null to lock them in a batch. (Default: null.) */
  readonly claim?: ((request: ActivationRequest) => Promise<readonly ActivatedJob[]>) | null;
  readonly clock: Pick<Clock, 'after'>;
  /** How often to look without a hint, milliseconds: what another server on the same database tells may get lost. (Default: never.) */
  readonly pollMs?: number;
}

/** Whether others may have jobs that this one may not: those of other processes or tenants. */
const isForSome = ({ processIds = null, tenantIds }: Poll): boolean => processIds !== null || tenantIds !== undefined;

/** Long polls by job type. Who has waited longest is served first. */
export const createJobWaiters = ({
  pipeline,
  clock,
  claim = null,
  pollMs = Infinity,
}: JobWaitersOptions): JobWaiters => {
  const waiting = new Map<string, Set<Waiter>>();
  const serving = new Set<string>();
  /** Types of which something came while a round by claims was under way. */
  const again = new Set<string>();
  let closed = false;
  let isPolling = false;

  const leave = (waiter: Waiter): void => {
    waiter.callOff?.();
    const waiters = waiting.get(waiter.request.type);
    waiters?.delete(waiter);
    if (waiters?.size === 0) waiting.delete(waiter.request.type);
  };

  /** Those whom a round may serve, in their order. They are its own at once: another round that ends meanwhile must not answer them. */
  const take = (type: string): Waiter[] => {
    const taken: Waiter[] = [];
    for (const waiter of [...(waiting.get(type) ?? [])]) {
      if (waiter.busy) continue;
      if (waiter.request.isGone()) {
        leave(waiter);
        waiter.answer([]);
        continue;
      }
      waiter.busy = true;
      taken.push(waiter);
    }
    return taken;
  };

  /** Runs inside a batch: gives jobs to those who wait; who got some is answered when the batch is stored. */
  const serve = async (batch: Batch, type: string): Promise<null> => {
    const taken = take(type);
    batch.onDropped.push(() => taken.forEach((waiter) => (waiter.busy = false)));
    let afterKey = 0;
    for (const [index, waiter] of taken.entries()) {
      const jobs = await activateJobs(batch, waiter.request, afterKey);
      const last = jobs.at(-1);
      const isLimited = isForSome(waiter.request);
      if (last === undefined && isLimited) {
        // There may be some for those behind it.
        waiter.busy = false;
        continue;
      }
      if (last === undefined) {
        for (const other of taken.slice(index)) other.busy = false;
        break;
      }
      // One that may have some jobs only has left others before it.
      if (!isLimited) afterKey = last.row.key;
      batch.onCommitted.push(() => {
        leave(waiter);
        waiter.answer(jobs);
      });
    }
    return null;
  };

  /** The same by claims, each durable when it is answered; once more when something came meanwhile. */
  const serveByClaims = async (
    type: string,
    claimFor: (request: ActivationRequest) => Promise<readonly ActivatedJob[]>,
  ): Promise<null> => {
    do {
      // Lets those who ask at the same moment go the same round.
      await Promise.resolve();
      again.delete(type);
      const taken = take(type);
      try {
        for (const waiter of taken) {
          const jobs = await claimFor(waiter.request);
          if (jobs.length === 0 && !isForSome(waiter.request)) break;
          if (jobs.length === 0) continue;
          leave(waiter);
          waiter.answer(jobs);
        }
      } finally {
        for (const waiter of taken) waiter.busy = false;
      }
    } while (again.has(type));
    serving.delete(type);
    return null;
  };

  const startServing = (type: string): void => {
    if (serving.has(type)) {
      if (claim !== null) again.add(type);
      return;
    }
    serving.add(type);
    const served =
      claim === null
        ? pipeline.submit({
            name: 'activate-jobs',
            run: (batch) => {
              // From here on new jobs and new polls of the type ask for another round.
              serving.delete(type);
              return serve(batch, type);
            },
          })
        : serveByClaims(type, claim);
    served.then(
      () => {
        for (const waiter of [...(waiting.get(type) ?? [])]) {
          // Another round has jobs for it, and answers it.
          if (waiter.request.waitMs > 0 || waiter.busy) continue;
          // Those who came after this round started are served by the next one.
          if (serving.has(type)) continue;
          leave(waiter);
          waiter.answer([]);
        }
      },
      (error: unknown) => {
        serving.delete(type);
        for (const waiter of [...(waiting.get(type) ?? [])]) {
          // Another round has jobs for it: refused now, it would never get them.
          if (waiter.busy) continue;
          leave(waiter);
          waiter.fail(error);
        }
      },
    );
  };

  /** Looks for everybody who waits, again and again while somebody does. */
  const pollOn = (): void => {
    if (isPolling || pollMs === Infinity) return;
    isPolling = true;
    clock.after(pollMs, () => {
      isPolling = false;
      if (closed || waiting.size === 0) return;
      for (const type of waiting.keys()) startServing(type);
      pollOn();
    });
  };

  return {
    poll: (request) =>
      new Promise((resolve, reject) => {
        if (closed) return resolve([]);
        const waiter: Waiter = { request, answer: resolve, fail: reject, callOff: null, busy: false };
        const waiters = waiting.get(request.type);
        if (waiters === undefined) waiting.set(request.type, new Set([waiter]));
        else waiters.add(waiter);
        if (request.waitMs > 0) {
          const giveUp = (): void => {
            if (waiter.busy) {
              waiter.callOff = clock.after(50, giveUp);
              return;
            }
            leave(waiter);
            resolve([]);
          };
          waiter.callOff = clock.after(request.waitMs, giveUp);
        }
        startServing(request.type);
        pollOn();
      }),
    sweep: () => {
      for (const waiters of [...waiting.values()]) {
        for (const waiter of [...waiters]) {
          if (!waiter.request.isGone()) continue;
          leave(waiter);
          waiter.answer([]);
        }
      }
    },
    wake: (types) => {
      for (const type of types) if (waiting.has(type)) startServing(type);
    },
    close: () => {
      closed = true;
      for (const waiters of [...waiting.values()]) {
        for (const waiter of [...waiters]) {
          leave(waiter);
          waiter.answer([]);
        }
      }
    },
  };
};
