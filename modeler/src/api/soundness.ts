import { request } from './client';

/** Where tokens are: on a sequence flow, or (without one) right before an element. */
export interface TokenPlace {
  readonly flowId: string | null;
  readonly elementId: string;
  readonly count: number;
}

/** One step of the token game. `elementId` went on; null is the beginning. */
export interface PlayedStep {
  readonly elementId: string | null;
  readonly tokens: readonly TokenPlace[];
}

/** Something that is wrong with the routes of a process. */
export interface SoundnessFinding {
  readonly code: 'deadlock' | 'missing-synchronization' | 'dead-element' | 'endless-loop';
  readonly elementId: string;
  readonly elementIds: readonly string[];
  readonly message: string;
  readonly steps: readonly PlayedStep[];
}

/** Asks the server to look at every route of a model. */
export function checkSoundness(
  content: string,
  signal?: AbortSignal,
): Promise<{ readonly findings: readonly SoundnessFinding[]; readonly unfinishedScopeIds: readonly string[] }> {
  return request('/ext/soundness', {
    method: 'POST',
    body: { content },
    ...(signal === undefined ? {} : { signal }),
  });
}
