import { hash, verify } from '@node-rs/argon2';

/** OWASP's smallest recommendation for argon2id: 19 MiB, two passes. One check takes about 30 ms of a thread outside the event loop. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Fewer characters are guessed too quickly; more than this only cost time. */
export const passwordLength = { min: 8, max: 256 } as const;

/** Hashes a password with argon2id and a salt of its own. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost);

let dummy: Promise<string> | null = null;

/** Whether a password fits a hash. Without a hash (an unknown user) it takes as long and answers false. */
export const verifyPassword = async (stored: string | null, password: string): Promise<boolean> => {
  const given = password.length > passwordLength.max ? '' : password.normalize('NFKC');
  const against = stored ?? (await (dummy ??= hashPassword('nobody has this')));
  const fits = await verify(against, given).catch(() => false);
  return fits && stored !== null && given !== '';
};
