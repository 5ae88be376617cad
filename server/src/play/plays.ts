import type { Logger } from 'pino';
import type { PlayAnswer } from '../api/play-answer.ts';
import type { PlayQuestion } from './player.ts';
import { createAskedThread } from '../runtime/compiler/asked-thread.ts';

/** Plays drafts on a runtime that leaves nothing behind; nothing of it touches the database of this server. */
export interface Plays {
  /** Null when it takes more time or memory than one play may. */
  play(request: PlayQuestion): Promise<PlayAnswer | null>;
  close(): Promise<void>;
}

/** How long the thread stays when nobody plays, milliseconds: somebody who looks at what happened goes on then. Starting it loads a whole server. */
const idleMs = 300_000;

export const createPlays = (log: Logger): Plays => {
  const thread = createAskedThread<PlayQuestion, PlayAnswer>('player.mjs', log, idleMs);
  return { play: thread.ask, close: thread.close };
};
