import type { Logger } from 'pino';
import { projectFile } from '../../project-file.ts';
import { startWorkerThread } from '../worker-thread.ts';
import type { WorkerThread } from '../worker-thread.ts';

/** A thread for work that is asked for now and then, takes long, and must not hold up the server. It takes one question at a time. */
export interface AskedThread<Question, Answer> {
  /** Null when it takes more time or memory than one question may. */
  ask(question: Question): Promise<Answer | null>;
  close(): Promise<void>;
}

/** How long one question may take, and the start of the thread, milliseconds. */
const limitMs = 10_000;
/** How long the thread stays when nobody asks it, milliseconds: somebody who draws asks every few seconds. */
const defaultIdleMs = 30_000;
const maxHeapMb = 256;

/** The thread is started from its file (in `server/threads`) by the first question. It answers a question with `{ answer }`. `idleMs`: how long it stays when nobody asks. (Default: 30,000.) */
export const createAskedThread = <Question, Answer>(
  fileName: string,
  log: Logger,
  idleMs = defaultIdleMs,
): AskedThread<Question, Answer> => {
  let thread: WorkerThread | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  const rest = async (): Promise<void> => {
    clearTimeout(idle);
    const resting = thread;
    thread = null;
    await resting?.end();
  };

  const askNow = async (question: Question): Promise<Answer | null> => {
    try {
      if (thread === null || thread.isOver()) {
        const resourceLimits = { maxOldGenerationSizeMb: maxHeapMb };
        thread = await startWorkerThread(projectFile(`server/threads/${fileName}`), limitMs, { resourceLimits });
      }
      const heard = thread.hear(limitMs, (message) => message as { readonly answer: Answer });
      thread.post(question);
      return (await heard).answer;
    } catch (error) {
      log.warn({ err: error, thread: fileName }, 'A thread did not answer a question about a model.');
      await rest();
      return null;
    }
  };

  return {
    ask: (question) => {
      clearTimeout(idle);
      const answered = last.then(() => askNow(question));
      last = answered;
      void answered.then(() => {
        clearTimeout(idle);
        idle = setTimeout(() => void rest(), idleMs).unref();
      });
      return answered;
    },
    close: async () => {
      await last;
      await rest();
    },
  };
};
