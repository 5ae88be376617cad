import { BatonError } from '../baton-error.ts';
import type { Jobs } from '../generated/jobs.ts';

interface Told {
  /** The job is not this worker's any more. */
  readonly lost: (cause: unknown) => void;
  /** It could not be extended this time. */
  readonly failed: (cause: unknown) => void;
}

/** Extends the lock of a job before half of it has run out, again and again; what is returned ends that. */
export const keepLock = (
  jobs: Pick<Jobs, 'updateJob'>,
  jobKey: string,
  timeoutMs: number,
  { lost, failed }: Told,
): (() => void) => {
  const over = new AbortController();
  let timer: ReturnType<typeof setTimeout>;
  const extend = async (): Promise<void> => {
    try {
      await jobs.updateJob({ jobKey, changeset: { timeout: timeoutMs } }, { signal: over.signal, attempts: 3 });
    } catch (error) {
      if (over.signal.aborted) return;
      if (error instanceof BatonError && (error.code === 'NOT_FOUND' || error.code === 'INVALID_STATE'))
        return lost(error);
      failed(error);
    }
    if (!over.signal.aborted) timer = setTimeout(() => void extend(), timeoutMs / 2);
  };
  timer = setTimeout(() => void extend(), timeoutMs / 2);
  return () => {
    clearTimeout(timer);
    over.abort();
  };
};
