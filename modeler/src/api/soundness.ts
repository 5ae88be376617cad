import type { Client, SoundnessFinding } from '@baton/client';
import { request } from './client';

/** Something that is wrong with the routes of a process, and the token game that shows it. */
export type { SoundnessFinding };
/** One step of the token game. `elementId` went on; null is the beginning. */
export type PlayedStep = SoundnessFinding['steps'][number];
/** Where tokens are: on a sequence flow, or (without one) right before an element. */
export type TokenPlace = PlayedStep['tokens'][number];

/** Asks the server to look at every route of a model. */
export function checkSoundness(
  content: string,
  signal?: AbortSignal,
): Promise<Awaited<ReturnType<Client['webApp']['checkSoundness']>>> {
  return request('/ext/soundness', {
    method: 'POST',
    body: { content },
    ...(signal === undefined ? {} : { signal }),
  });
}
