import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Clock } from '../runtime/clock.ts';
import type { SecurityLog } from '../runtime/audit/security-log.ts';
import type { Pipeline } from '../runtime/pipeline.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Database } from '../store/database.ts';
import { findTokensOf } from '../store/operations/find-identity.ts';
import { newAccessToken } from './access-token.ts';
import { isTokenLive, readToken } from './api-tokens.ts';
import type { Directory, Subject } from './directory.ts';
import type { PasswordCheck } from './password-check.ts';
import { randomSecret, secretHash } from './secrets.ts';
import { beginSessionTask, endSessionsTask, sessionLife, subjectOf } from './sessions.ts';
import type { Throttle } from './throttle.ts';
import { mustWait, tryPassword } from './try-password.ts';

export interface LoginParts {
  readonly database: Database;
  readonly pipeline: Pick<Pipeline, 'submit'>;
  readonly directory: Directory;
  readonly passwordCheck: PasswordCheck;
  readonly throttle: Throttle;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly securityLog: SecurityLog;
  readonly addressOf: (request: IncomingMessage) => string;
}

/** A session that was just begun. `secret` is what the caller proves it by from now on. */
export interface Begun {
  readonly secret: string;
  readonly lifeMs: number;
}

/** Signing in and out. */
export interface Login {
  /** Signs a local user in to the web app. Throws UNAUTHORIZED, TOO_MANY_REQUESTS. */
  byPassword(username: string, password: string, address: string): Promise<Begun>;
  /** Only checks the password of a local user. Throws UNAUTHORIZED, TOO_MANY_REQUESTS. */
  check(username: string, password: string, address: string): Promise<void>;
  /** Signs in whom an identity provider has vouched for. Throws UNAUTHORIZED for a user who is disabled here. */
  bySubject(subject: Subject, address: string): Promise<Begun>;
  /** An access token for a client that shows one of its API tokens as its secret, as in OAuth's client credentials. Throws UNAUTHORIZED. */
  byClientSecret(clientId: string, secret: string, address: string): Promise<Begun>;
  end(secret: string, address: string): Promise<void>;
}

export const createLogin = (parts: LoginParts): Login => {
  const { database, pipeline, directory, throttle, clock, securityLog } = parts;
  const begin = async (kind: 'WEB' | 'ACCESS', subject: Subject, tokenId: string | null): Promise<Begun> => {
    const lifeMs = kind === 'WEB' ? sessionLife.webMs : sessionLife.accessMs;
    const nowMs = clock.nowMs();
    const secret = kind === 'WEB' ? randomSecret() : newAccessToken(subject.id, nowMs, lifeMs);
    await pipeline.submit(beginSessionTask({ secret, kind, subject, tokenId, nowMs }));
    return { secret, lifeMs };
  };
  /** Notes how a login came out. */
  const noted = async <A>(
    what: 'login' | 'access-token',
    { type, id }: Pick<Subject, 'type' | 'id'>,
    address: string,
    attempt: () => Promise<A>,
  ): Promise<A> => {
    const event = { what, actorType: type, actorId: id, address };
    try {
      const begun = await attempt();
      securityLog.record({ ...event, isSuccess: true });
      return begun;
    } catch (error) {
      if (error instanceof Refusal) securityLog.record({ ...event, isSuccess: false, code: error.code });
      throw error;
    }
  };
  return {
    byPassword: (username, password, address) => {
      const subject: Subject = { type: 'USER', id: username, claims: null, groups: [] };
      return noted('login', subject, address, async () => {
        await tryPassword(parts, username, password, address);
        return begin('WEB', subject, null);
      });
    },
    check: (username, password, address) => tryPassword(parts, username, password, address),
    bySubject: (subject, address) =>
      noted('login', subject, address, async () => {
        if ((await directory.principal(subject, 'session')) === null)
          throw new Refusal('UNAUTHORIZED', 'Expected a user who may sign in, but this one is disabled.');
        return begin('WEB', subject, null);
      }),
    byClientSecret: (clientId, secret, address) => {
      const subject: Subject = { type: 'CLIENT', id: clientId, claims: null, groups: [] };
      return noted('access-token', subject, address, async () => {
        const keys = [`client:${clientId}`, `address:${address}`];
        mustWait(throttle, keys, clock.nowMs());
        const given = Buffer.from(secretHash(readToken(secret)?.secret ?? secret));
        const row = (await findTokensOf(database, 'CLIENT', clientId)).find(
          (each) => isTokenLive(each, clock.nowMs()) && timingSafeEqual(Buffer.from(each.secret_hash), given),
        );
        if (row === undefined) {
          throttle.failed(keys, clock.nowMs());
          throw new Refusal(
            'UNAUTHORIZED',
            'Expected a known client_id with a client_secret that is a live token of it.',
          );
        }
        throttle.succeeded(keys);
        return begin('ACCESS', subject, row.token_id);
      });
    },
    end: async (secret, address) => {
      const idHash = secretHash(secret);
      const session = await directory.session(idHash);
      await pipeline.submit(endSessionsTask([idHash]));
      if (session === null) return;
      const { type: actorType, id: actorId } = subjectOf(session);
      securityLog.record({ what: 'logout', isSuccess: true, actorType, actorId, address });
    },
  };
};
