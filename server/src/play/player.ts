import { createHash } from 'node:crypto';
import { compileBpmn } from '@baton/engine';
import type { CompileResult, Variables } from '@baton/engine';
import type { PlayAnswer, PlayState } from '../api/play-answer.ts';
import type { PlayCommand, PlayRequest } from '../api/play-input.ts';
import type { BpmnCompiler } from '../runtime/compiler/bpmn-compiler.ts';
import { Refusal } from '../runtime/refusal.ts';
import { readNewEntries } from '../store/searches/read-play.ts';
import type { NumberedEntry } from '../store/searches/read-play.ts';
import { doCommand } from './do-command.ts';
import { lookAt } from './look.ts';
import { openWorld } from './open-world.ts';
import type { World } from './open-world.ts';

/** Plays that are kept, so that one command more costs one command. */
const maxKept = 4;
/** Compiled files that are kept: those of a play come back with every step back. */
const maxCompiled = 50;

/** A play, and what expressions know everywhere, as `camunda.vars`. */
export interface PlayQuestion extends PlayRequest {
  readonly globals?: Variables;
}

/** Plays models on a runtime that leaves nothing behind. It takes one play at a time. */
export interface Player {
  /** Does all commands, or goes on with a play that it remembers. A command that cannot be done ends the play there. */
  play(question: PlayQuestion): Promise<PlayAnswer>;
  close(): Promise<void>;
}

interface KeptPlay {
  /** The models and the start. */
  readonly beginning: string;
  readonly world: World;
  /** The commands that were done, as text. */
  readonly done: string[];
  readonly steps: NumberedEntry[][];
  stopped: PlayState['stopped'];
}

export const createPlayer = (): Player => {
  const compiler = rememberingCompiler();
  /** The one that was played last is the last. */
  const kept: KeptPlay[] = [];

  const close = async (): Promise<void> => {
    for (const play of kept.splice(0)) await play.world.close();
  };

  const takeKept = (beginning: string, commands: readonly string[]): KeptPlay | undefined => {
    const index = kept.findIndex(
      (play) =>
        play.beginning === beginning &&
        play.done.length <= commands.length &&
        play.done.every((command, at) => command === commands[at]),
    );
    return index < 0 ? undefined : kept.splice(index, 1)[0];
  };

  return {
    play: async ({ files, start, commands, globals = {} }) => {
      const beginning = digest([files, start, globals]);
      const texts = commands.map((command) => JSON.stringify(command));
      let play = takeKept(beginning, texts);
      if (play === undefined) {
        let world: World;
        try {
          world = await openWorld({ files, start, globals, compiler });
        } catch (error) {
          return { problems: problemsOf(error), state: null };
        }
        play = { beginning, world, done: [], steps: [], stopped: null };
        const opened = play;
        await step(opened, -1, () => opened.world.start(start));
      }
      await goOn(play, commands, texts);
      const state = await lookAt(play.world, play.steps, play.stopped);
      if (play.stopped === null) kept.push(play);
      // What was refused may have been done in part; it is played anew from the beginning.
      else await play.world.close();
      while (kept.length > maxKept) await kept.shift()?.world.close();
      return { problems: [], state };
    },
    close,
  };
};

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64');

const goOn = async (play: KeptPlay, commands: readonly PlayCommand[], texts: readonly string[]): Promise<void> => {
  for (let at = play.done.length; at < commands.length && play.stopped === null; at += 1) {
    const command = commands[at] as PlayCommand;
    await step(play, at, () => doCommand(play.world, command));
    play.done.push(texts[at] ?? '');
  }
};

/** Does one thing and keeps what was written by it. */
const step = async (play: KeptPlay, index: number, act: () => Promise<unknown>): Promise<void> => {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    play.stopped = { index, code: error.code, message: error.message };
  }
  const last = play.steps.flat().at(-1)?.number ?? 0;
  play.steps.push(await readNewEntries(play.world.runtime.database, last));
};

/** What a deployment found; anything else that was refused is one problem. */
const problemsOf = (error: unknown): PlayAnswer['problems'] => {
  if (!(error instanceof Refusal)) throw error;
  const { problems } = error.extra as { readonly problems?: PlayAnswer['problems'] };
  return (
    problems?.map((problem) => ({ ...problem })) ?? [
      { resourceName: '', elementId: null, code: error.code, severity: 'error', message: error.message },
    ]
  );
};

const rememberingCompiler = (): BpmnCompiler => {
  const known = new Map<string, Promise<CompileResult>>();
  return {
    compile: (xml) => {
      const compiled = known.get(xml) ?? compileBpmn(xml);
      known.delete(xml);
      known.set(xml, compiled);
      if (known.size > maxCompiled) known.delete(known.keys().next().value ?? '');
      return compiled;
    },
    close: async () => undefined,
  };
};
