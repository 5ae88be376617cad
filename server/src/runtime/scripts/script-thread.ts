import { projectFile } from '../../project-file.ts';
import { startWorkerThread, ThreadSilent } from '../worker-thread.ts';

/** Limits of one script. */
export interface ScriptLimits {
  /** Milliseconds. */
  readonly timeoutMs: number;
  readonly memoryBytes: number;
}

/** What the thread is asked (`server/sandbox/script-worker.mjs`). `variables` is JSON text. */
export type ScriptQuestion = { readonly source: string; readonly limits: ScriptLimits } & (
  | { readonly type: 'check' }
  | { readonly type: 'run'; readonly variables: string; readonly nowMs: number }
);

/** `found` is what went wrong, in words that follow "found"; `line` of the script counts from 1. */
export type ScriptAnswer =
  | { readonly ok: true; readonly json: string }
  | {
      readonly ok: false;
      readonly found: string;
      readonly line: number | null;
      readonly isBroken?: boolean;
      /** The script has not been looked at: there was no thread for it. */
      readonly isUnasked?: boolean;
    };

/** One thread with QuickJS in it. */
export interface ScriptThread {
  ask(question: ScriptQuestion): Promise<ScriptAnswer>;
  readonly isOver: () => boolean;
  end(): Promise<void>;
}

/** How long the thread may take to start, milliseconds. */
export const startMs = 20_000;
/** What the sandbox stops by itself it stops soon, also on a busy machine; after this time the thread is ended. */
export const graceMs = 1_000;

/** The thread's file where nothing else is asked for. */
const threadFile = 'server/sandbox/script-worker.mjs';

/**
 * Starts the thread, from this file. Rejects with an error that says why when it does not start: the file is missing, or the machine has no
 * memory left for another thread. It takes one question at a time, and is over once something in it did not keep its limits. */
export const startScriptThread = async (file = projectFile(threadFile)): Promise<ScriptThread> => {
  const thread = await startWorkerThread(file, startMs).catch((error: unknown) => {
    throw error instanceof ThreadSilent
      ? new Error(`it ended, or was not ready within ${startMs / 1_000} s`, { cause: error })
      : error;
  });
  return {
    ask: async (question) => {
      const { timeoutMs } = question.limits;
      const answered = thread
        .hear(timeoutMs + graceMs, (message) => message as ScriptAnswer)
        .catch((error: unknown): ScriptAnswer => ({
          ok: false,
          found: error instanceof ThreadSilent ? `more than ${timeoutMs} ms of work` : 'a failure of the sandbox',
          line: null,
          isBroken: true,
        }));
      thread.post(question);
      const answer = await answered;
      if (!answer.ok && answer.isBroken === true) await thread.end();
      return answer;
    },
    isOver: thread.isOver,
    end: thread.end,
  };
};
