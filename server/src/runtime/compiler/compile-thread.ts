import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { unpackCompiled } from '@baton/engine';
import type { CompileResult } from '@baton/engine';

/** A thread with the engine's compiler in it. It takes one file at a time. */
export interface CompileThread {
  /** Rejects when the thread ended over it, for example because its memory was not enough, or when it took too long. */
  compile(xml: string): Promise<CompileResult>;
  readonly isOver: () => boolean;
  end(): Promise<void>;
}

/** What the thread says (`server/threads/bpmn-compiler.mjs`). */
type Message = 'ready' | 'done' | { readonly part: string };

/** What its heap may take: a file of the size that is accepted takes a tenth of it. */
const maxHeapMb = 512;
/** How long starting, and compiling a file, may take on a busy machine, milliseconds. */
const limitMs = 60_000;

/** Starts the thread from its file. Rejects when it does not start. */
export const startCompileThread = async (file: string): Promise<CompileThread> => {
  const worker = new Worker(file, {
    execArgv: [],
    env: {},
    stdin: false,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
  });
  // An idle thread keeps no process alive.
  worker.unref();
  let over = false;
  // Without a listener, an error of an idle thread would end the server.
  worker.on('error', () => (over = true)).once('exit', () => (over = true));
  const end = async (): Promise<void> => {
    over = true;
    await worker.terminate();
  };

  /** Everything that the thread says before this word. */
  const until = (word: Message): Promise<string[]> =>
    new Promise((resolve, reject) => {
      const parts: string[] = [];
      const settle = (then: () => void): void => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        then();
      };
      const onMessage = (message: Message): void => {
        if (typeof message === 'object') parts.push(message.part);
        else if (message === word) settle(() => resolve(parts));
      };
      const onError = (error: Error): void => settle(() => reject(error));
      const onExit = (): void => settle(() => reject(new Error('the thread ended')));
      const timer = setTimeout(() => settle(() => reject(new Error(`more than ${limitMs} ms`))), limitMs);
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    });

  try {
    await until('ready');
  } catch (error) {
    await end();
    throw error;
  }
  return {
    compile: async (xml) => {
      const answered = until('done');
      worker.postMessage(xml);
      let parts: string[];
      try {
        parts = await answered;
      } catch (error) {
        await end();
        throw error;
      }
      const unpacking = unpackCompiled();
      for (const part of parts) {
        unpacking.add(part);
        // All of them at once would block as long as a small file takes to compile.
        await setImmediate();
      }
      return unpacking.result();
    },
    isOver: () => over,
    end,
  };
};
