import { setImmediate } from 'node:timers/promises';
import { unpackCompiled } from '@baton/engine';
import type { CompileResult } from '@baton/engine';
import { startWorkerThread } from '../worker-thread.ts';

/** A thread with the engine's compiler in it. It takes one file at a time. */
export interface CompileThread {
  /** Rejects when the thread ended over it, for example because its memory was not enough, or when it took too long. */
  compile(xml: string): Promise<CompileResult>;
  readonly isOver: () => boolean;
  end(): Promise<void>;
}

/** What the thread (`server/threads/bpmn-compiler.mjs`) says of a file before it is done. */
interface Part {
  readonly part: string;
}

/** What its heap may take: a file of the size that is accepted takes a tenth of it. */
const maxHeapMb = 512;
/** How long starting, and compiling a file, may take on a busy machine, milliseconds. */
const limitMs = 60_000;

/** Starts the thread from its file. Rejects when it does not start. */
export const startCompileThread = async (file: string): Promise<CompileThread> => {
  const thread = await startWorkerThread(file, limitMs, { resourceLimits: { maxOldGenerationSizeMb: maxHeapMb } });
  return {
    compile: async (xml) => {
      const parts: string[] = [];
      const answered = thread.hear(limitMs, (message) => {
        if (message === 'done') return true;
        parts.push((message as Part).part);
        return undefined;
      });
      thread.post(xml);
      try {
        await answered;
      } catch (error) {
        await thread.end();
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
    isOver: thread.isOver,
    end: thread.end,
  };
};
