import type { IncomingMessage } from 'node:http';
import type { Clock } from '../runtime/clock.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Directory } from './directory.ts';
import type { PasswordCheck } from './password-check.ts';
import type { Throttle } from './throttle.ts';

export interface PasswordParts {
  readonly directory: Directory;
  readonly passwordCheck: PasswordCheck;
  readonly throttle: Throttle;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly addressOf: (request: IncomingMessage) => string;
}

/**
 * Checks the password of a user who may sign in. Throws UNAUTHORIZED when it is wrong, after the same time for a user who does not exist, and
 * TOO_MANY_REQUESTS when account or address failed too often just now.
 */
export const tryPassword = async (
  { directory, passwordCheck, throttle, clock }: PasswordParts,
  username: string,
  password: string,
  address: string,
): Promise<void> => {
  const keys = [`user:${username}`, `address:${address}`];
  mustWait(throttle, keys, clock.nowMs());
  await throttle.inTurn(keys, async () => {
    mustWait(throttle, keys, clock.nowMs());
    const user = await directory.user(username);
    const fits = await passwordCheck(username, user, password);
    if (fits && user?.is_enabled === 1) return throttle.succeeded(keys);
    throttle.failed(keys, clock.nowMs());
    throw new Refusal(
      'UNAUTHORIZED',
      'Expected the right username and password. One of them is wrong, or the user is disabled.',
    );
  });
};

/** Throws TOO_MANY_REQUESTS while somebody has to wait after failures. */
export const mustWait = (throttle: Throttle, keys: readonly string[], nowMs: number): void => {
  const waitMs = throttle.waitMs(keys, nowMs);
  if (waitMs <= 0) return;
  throw new Refusal('TOO_MANY_REQUESTS', `Too many failed logins. Try again in ${Math.ceil(waitMs / 1_000)} seconds.`, {
    retryAfterMs: waitMs,
  });
};
