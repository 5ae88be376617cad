import { createHmac, randomBytes } from 'node:crypto';
import type { UserRow } from '../store/tables/users.ts';
import { Refusal } from '../runtime/refusal.ts';
import { verifyPassword } from './passwords.ts';

/** Whether a password is that of a user; null stands for a user who is not known. */
export type PasswordCheck = (username: string, user: UserRow | null, password: string) => Promise<boolean>;

/** What fitted is remembered, so that a worker that sends its password with every call does not wait for argon2 every time. */
const maxRemembered = 1_000;
/** Checks that may wait for each other: each takes 19 MiB and some 30 ms. */
const maxWaiting = 200;

/** Checks passwords. What it remembers is keyed by a secret of this process and holds only as long as the stored hash stays the same. */
export const createPasswordCheck = (): PasswordCheck => {
  const secret = randomBytes(32);
  const fitted = new Map<string, string>();
  let waiting = 0;
  return async (username, user, password) => {
    const id = createHmac('sha256', secret).update(`${username.length}:${username}${password}`).digest('base64');
    const stored = user?.password_hash ?? null;
    if (stored !== null && fitted.get(id) === stored) return true;
    if (waiting >= maxWaiting)
      throw new Refusal('RESOURCE_EXHAUSTED', 'Expected fewer logins at the same time. Try again in a moment.');
    waiting += 1;
    try {
      const fits = await verifyPassword(stored, password);
      if (fits && stored !== null) {
        fitted.set(id, stored);
        if (fitted.size > maxRemembered) fitted.delete(fitted.keys().next().value as string);
      }
      return fits;
    } finally {
      waiting -= 1;
    }
  };
};
