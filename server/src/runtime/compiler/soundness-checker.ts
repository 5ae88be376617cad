import type { Soundness } from '@baton/engine';
import type { Logger } from 'pino';
import { projectFile } from '../../project-file.ts';
import { startWorkerThread } from '../worker-thread.ts';
import type { WorkerThread } from '../worker-thread.ts';

/** Checks the routes of BPMN files in a thread of its own, one at a time. */
export interface SoundnessChecker {
  /** As the engine's `checkSoundness`, for all processes of a file; null when it does not compile, or takes more time or memory than a check may. */
  check(xml: string): Promise<Soundness | null>;
  close(): Promise<void>;
}

/** How long one file may take, and the start of the thread, milliseconds. */
const limitMs = 10_000;
/** How long the thread stays when nobody asks it, milliseconds: somebody who draws asks every few seconds. */
const idleMs = 30_000;
const maxHeapMb = 256;

/** The thread is started by the first file. */
export const createSoundnessChecker = (log: Logger): SoundnessChecker => {
  let thread: WorkerThread | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  const rest = async (): Promise<void> => {
    clearTimeout(idle);
    const resting = thread;
    thread = null;
    await resting?.end();
  };

  const ask = async (xml: string): Promise<Soundness | null> => {
    try {
      if (thread === null || thread.isOver()) {
        const resourceLimits = { maxOldGenerationSizeMb: maxHeapMb };
        thread = await startWorkerThread(projectFile('server/threads/soundness-checker.mjs'), limitMs, {
          resourceLimits,
        });
      }
      const heard = thread.hear(limitMs, (message) => message as { readonly found: Soundness | null });
      thread.post(xml);
      return (await heard).found;
    } catch (error) {
      log.warn({ err: error }, 'The routes of a BPMN file could not be checked.');
      await rest();
      return null;
    }
  };

  return {
    check: (xml) => {
      clearTimeout(idle);
      const checked = last.then(() => ask(xml));
      last = checked;
      void checked.then(() => {
        clearTimeout(idle);
        idle = setTimeout(() => void rest(), idleMs).unref();
      });
      return checked;
    },
    close: async () => {
      await last;
      await rest();
    },
  };
};
