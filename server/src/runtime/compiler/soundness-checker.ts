import type { Soundness } from '@baton/engine';
import type { Logger } from 'pino';
import { createAskedThread } from './asked-thread.ts';

/** Checks the routes of BPMN files. */
export interface SoundnessChecker {
  /** As the engine's `checkSoundness`, for all processes of a file; null when it does not compile, or takes too much. */
  check(xml: string): Promise<Soundness | null>;
  close(): Promise<void>;
}

export const createSoundnessChecker = (log: Logger): SoundnessChecker => {
  const thread = createAskedThread<string, Soundness | null>('soundness-checker.mjs', log);
  return { check: thread.ask, close: thread.close };
};
