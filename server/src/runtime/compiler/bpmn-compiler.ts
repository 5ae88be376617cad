import { compileBpmn } from '@baton/engine';
import type { CompileResult } from '@baton/engine';
import type { Logger } from 'pino';
import { projectFile } from '../../project-file.ts';
import { Refusal } from '../refusal.ts';
import { startCompileThread } from './compile-thread.ts';
import type { CompileThread } from './compile-thread.ts';

/** Compiles BPMN files without keeping the server from other work: large ones in a thread of their own. */
export interface BpmnCompiler {
  /** As the engine's `compileBpmn`. Throws RESOURCE_EXHAUSTED when the file needs more memory or time than a file may. */
  compile(xml: string): Promise<CompileResult>;
  close(): Promise<void>;
}

/** Files with more characters are compiled in the thread; this many take some 30 ms. */
const largeChars = 100 * 1_024;
/** How long the thread stays when nobody asks it, milliseconds: its memory is wanted for other things. */
const idleMs = 30_000;

/** The thread's file where nothing else is asked for. */
const threadFile = 'server/threads/bpmn-compiler.mjs';

/** The thread is started by the first large file. What it compiled last is kept as long as it is: a deployed file is soon asked for again. */
export const createBpmnCompiler = (log: Logger, file = projectFile(threadFile)): BpmnCompiler => {
  let thread: CompileThread | null = null;
  let kept: { readonly xml: string; readonly result: CompileResult } | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  const rest = async (): Promise<void> => {
    clearTimeout(idle);
    kept = null;
    const resting = thread;
    thread = null;
    await resting?.end();
  };

  const compileLarge = async (xml: string): Promise<CompileResult> => {
    if (kept?.xml === xml) return kept.result;
    if (thread === null || thread.isOver()) {
      try {
        thread = await startCompileThread(file);
      } catch (error) {
        log.warn({ err: error }, 'The thread that compiles large BPMN files did not start; others wait meanwhile.');
        return compileBpmn(xml);
      }
    }
    try {
      const result = await thread.compile(xml);
      kept = { xml, result };
      return result;
    } catch (error) {
      log.warn({ err: error }, 'A BPMN file could not be compiled.');
      throw new Refusal(
        'RESOURCE_EXHAUSTED',
        'Expected a BPMN file that compiles within the memory and time for one file, found one that does not. Split the model by call activities.',
      );
    }
  };

  return {
    compile: (xml) => {
      if (xml.length <= largeChars) return compileBpmn(xml);
      clearTimeout(idle);
      const compiled = last.then(() => compileLarge(xml));
      last = compiled.then(
        () => undefined,
        () => undefined,
      );
      void last.then(() => {
        clearTimeout(idle);
        idle = setTimeout(() => void rest(), idleMs).unref();
      });
      return compiled;
    },
    close: async () => {
      await last;
      await rest();
    },
  };
};
