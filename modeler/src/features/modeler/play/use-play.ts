import { useCallback, useRef, useState } from 'react';
import {
  playDraft,
  type PlayCommand,
  type PlayFile,
  type PlayProblem,
  type PlayStart,
  type PlayState,
} from '../../../api/plays';

/** A play as it stands. */
export interface PlayNow {
  readonly start: PlayStart | null;
  /** The commands that were done. */
  readonly commands: readonly PlayCommand[];
  /** How everything stands after them; null before the start. */
  readonly state: PlayState | null;
  /** What is wrong with the models. */
  readonly problems: readonly PlayProblem[];
  /** Why the last thing that was asked for was not done; null when it was. */
  readonly failure: string | null;
}

export interface Play extends PlayNow {
  readonly isBusy: boolean;
  /** Plays from a start, through commands that are known already. */
  readonly begin: (start: PlayStart, commands?: readonly PlayCommand[]) => Promise<void>;
  readonly act: (command: PlayCommand) => Promise<void>;
  /** Goes back to where only so many commands were done. */
  readonly backTo: (count: number) => Promise<void>;
  /** Before the start. */
  readonly startOver: () => void;
}

const before: PlayNow = { start: null, commands: [], state: null, problems: [], failure: null };

/** Plays models: each step asks for the whole play, so that a step back is one command less. */
export function usePlay(files: readonly PlayFile[]): Play {
  const [now, setNow] = useState(before);
  const [isBusy, setBusy] = useState(false);
  /** Answers to questions that are no longer asked are left. */
  const asked = useRef(0);

  const run = useCallback(
    async (start: PlayStart, commands: readonly PlayCommand[], former: PlayNow) => {
      const question = (asked.current += 1);
      setBusy(true);
      try {
        const { problems, state } = await playDraft(files, start, commands);
        if (question !== asked.current) return;
        setNow(next(start, commands, former, state, problems));
      } catch (error) {
        if (question === asked.current)
          setNow({ ...former, failure: error instanceof Error ? error.message : String(error) });
      } finally {
        if (question === asked.current) setBusy(false);
      }
    },
    [files],
  );

  const begin = useCallback(
    (start: PlayStart, commands: readonly PlayCommand[] = []) => run(start, commands, before),
    [run],
  );
  const act = useCallback(
    async (command: PlayCommand) => {
      if (now.start !== null && !isBusy) await run(now.start, [...now.commands, command], now);
    },
    [run, now, isBusy],
  );
  const backTo = useCallback(
    async (count: number) => {
      if (now.start !== null && !isBusy) await run(now.start, now.commands.slice(0, count), now);
    },
    [run, now, isBusy],
  );
  const startOver = useCallback(() => {
    asked.current += 1;
    setBusy(false);
    setNow(before);
  }, []);
  return { ...now, isBusy, begin, act, backTo, startOver };
}

function next(
  start: PlayStart,
  commands: readonly PlayCommand[],
  former: PlayNow,
  state: PlayState | null,
  problems: readonly PlayProblem[],
): PlayNow {
  if (state === null) return { ...before, problems };
  const { stopped } = state;
  if (stopped === null) return { start, commands, state, problems, failure: null };
  if (stopped.index < 0) return { ...before, problems, failure: stopped.message };
  // A command that could not be done is as if it had not been given.
  if (stopped.index === former.commands.length && former.state !== null) return { ...former, failure: stopped.message };
  return { start, commands: commands.slice(0, stopped.index), state, problems, failure: stopped.message };
}
