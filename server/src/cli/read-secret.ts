import { UsageError } from './exit-code.ts';
import type { World } from './world.ts';

/** A secret from standard input, so that no list of processes shows it. Throws `UsageError` where there is none. */
export const readSecret = async (world: World): Promise<string> => {
  const secret = (await world.readStdin()).trim();
  if (secret !== '') return secret;
  throw new UsageError('Expected the secret on standard input, found nothing. Example: … < secret.txt');
};
