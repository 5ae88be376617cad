import { Worker } from 'node:worker_threads';
import type { WorkerOptions } from 'node:worker_threads';

/** A thread of this program that is asked one thing at a time. */
export interface WorkerThread {
  post(message: unknown): void;
  /**
   * Gives `take` everything that the thread says from now on, until that answers something else than undefined. Rejects with `ThreadSilent` when the
   * thread ends before, or `limitMs` milliseconds are over, and with the thread's own error when it fails.
   */
  hear<T>(limitMs: number, take: (message: unknown) => T | undefined): Promise<T>;
  readonly isOver: () => boolean;
  end(): Promise<void>;
}

/** A thread that ended or took too long instead of answering. */
export class ThreadSilent extends Error {}

/**
 * Starts a thread from its file, and waits for its word `ready`, at most `startLimitMs` milliseconds. Rejects, with the thread ended, when that does not
 * come: the file is missing, or the machine has no memory left for another thread. It is over once it ended or failed.
 */
export const startWorkerThread = async (
  file: string,
  startLimitMs: number,
  options: Pick<WorkerOptions, 'resourceLimits'> = {},
): Promise<WorkerThread> => {
  const worker = new Worker(file, { execArgv: [], env: {}, stdin: false, ...options });
  // An idle thread keeps no process alive.
  worker.unref();
  let over = false;
  // Without a listener, an error of an idle thread would end the server.
  worker.on('error', () => (over = true)).once('exit', () => (over = true));
  const end = async (): Promise<void> => {
    over = true;
    await worker.terminate();
  };

  const hear: WorkerThread['hear'] = (limitMs, take) =>
    new Promise((resolve, reject) => {
      const settle = (then: () => void): void => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        then();
      };
      const onMessage = (message: unknown): void => {
        const taken = take(message);
        if (taken !== undefined) settle(() => resolve(taken));
      };
      const onError = (error: Error): void => settle(() => reject(error));
      const onExit = (): void => settle(() => reject(new ThreadSilent('the thread ended')));
      const timer = setTimeout(() => settle(() => reject(new ThreadSilent(`more than ${limitMs} ms`))), limitMs);
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    });

  try {
    await hear(startLimitMs, (message) => (message === 'ready' ? true : undefined));
  } catch (error) {
    await end();
    throw error;
  }
  return { post: (message) => worker.postMessage(message), hear, isOver: () => over, end };
};
