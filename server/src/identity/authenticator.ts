import type { IncomingMessage } from 'node:http';
import type { Clock } from '../runtime/clock.ts';
import type { Pipeline } from '../runtime/pipeline.ts';
import { Refusal } from '../runtime/refusal.ts';
import { isAccessToken } from './access-token.ts';
import { isTokenLive, readToken } from './api-tokens.ts';
import { readCredentials } from './credentials.ts';
import type { Directory, Subject } from './directory.ts';
import type { Oidc } from './oidc.ts';
import type { PasswordCheck } from './password-check.ts';
import { nobody } from './principal.ts';
import type { Principal, ProofKind } from './principal.ts';
import { withinScopes } from './scopes.ts';
import { secretHash } from './secrets.ts';
import { isLive, noteUseMs, noteUseTask, subjectOf } from './sessions.ts';
import type { SessionRow } from '../store/tables/sessions.ts';
import { tryPassword } from './try-password.ts';
import type { Throttle } from './throttle.ts';

export interface AuthenticatorParts {
  readonly directory: Directory;
  readonly passwordCheck: PasswordCheck;
  readonly throttle: Throttle;
  readonly pipeline: Pick<Pipeline, 'submit'>;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly oidc: Oidc | null;
  readonly isSecure: boolean;
  readonly addressOf: (request: IncomingMessage) => string;
}

/** What somebody is told whose credentials do not hold; never why, which would tell a thief what to try next. */
export const unauthorized = (): Refusal =>
  new Refusal(
    'UNAUTHORIZED',
    'Expected valid credentials, found some that are wrong, have expired or were revoked. Sign in again, or send a valid token.',
  );

/** Finds out who sends a request. `isUse`: whether a session counts as used by it. (Default: true, unless the request says that nobody is at the page.) */
export type Authenticate<R> = (request: IncomingMessage, isUse?: boolean) => R;

/** By this header the web app says that a request is its own, and that nobody has touched the page for a while. */
const unattended = 'baton-unattended';

/** By password, API token, access token, token of the identity provider, or session cookie. */
export const createAuthenticator = (parts: AuthenticatorParts): Authenticate<Promise<Principal>> => {
  const { directory, clock, oidc, isSecure, addressOf } = parts;

  const known = async (subject: Subject, proof: ProofKind, scopes: readonly string[] = []): Promise<Principal> => {
    const principal = await directory.principal(subject, proof);
    if (principal === null) throw unauthorized();
    return scopes.length === 0 ? principal : { ...principal, grants: withinScopes(principal.grants ?? [], scopes) };
  };

  /** The scopes of a token that still holds. */
  const liveToken = async (tokenId: string) => {
    const row = await directory.token(tokenId);
    if (row === null || !isTokenLive(row, clock.nowMs())) throw unauthorized();
    return { row, scopes: JSON.parse(row.scopes) as string[] };
  };

  /** A session that still holds. Another server may know of a later use than what is remembered here. */
  const liveSession = async (idHash: string, nowMs: number): Promise<SessionRow | null> => {
    const remembered = await directory.session(idHash);
    if (remembered === null || isLive(remembered, nowMs)) return remembered;
    directory.forgetSession(idHash);
    const stored = await directory.session(idHash);
    return stored !== null && isLive(stored, nowMs) ? stored : null;
  };

  const bySession = async (secret: string, kind: 'WEB' | 'ACCESS', isUse: boolean): Promise<Principal> => {
    const idHash = secretHash(secret);
    const nowMs = clock.nowMs();
    const session = await liveSession(idHash, nowMs);
    if (session === null || session.kind !== kind) throw unauthorized();
    if (isUse && kind === 'WEB' && nowMs - session.seen_ms > noteUseMs) noteUse(parts, idHash, nowMs);
    const scopes = session.token_id === null ? [] : (await liveToken(session.token_id)).scopes;
    return known(subjectOf(session), kind === 'WEB' ? 'session' : 'token', scopes);
  };

  const byBearer = async (token: string): Promise<Principal> => {
    const parsed = readToken(token);
    if (parsed !== null) {
      const { row, scopes } = await liveToken(parsed.tokenId);
      if (secretHash(parsed.secret) !== row.secret_hash) throw unauthorized();
      const subject: Subject = { type: row.owner_type as Subject['type'], id: row.owner_id, claims: null, groups: [] };
      return known(subject, 'token', scopes);
    }
    if (isAccessToken(token)) return bySession(token, 'ACCESS', false);
    const subject = (await oidc?.verify(token)) ?? null;
    if (subject === null) throw unauthorized();
    return known(subject, 'jwt');
  };

  return async (request, isUse = request.headers[unattended] === undefined) => {
    const credentials = readCredentials(request.headers, isSecure);
    switch (credentials.kind) {
      case 'none':
        return nobody;
      case 'basic': {
        const { username, password } = credentials;
        await tryPassword(parts, username, password, addressOf(request));
        return known({ type: 'USER', id: username, claims: null, groups: [] }, 'password');
      }
      case 'bearer':
        return byBearer(credentials.token);
      case 'cookie':
        mustBeOwnPage(request);
        // A cookie that no longer holds is as good as none: the page shows the login.
        return bySession(credentials.secret, 'WEB', isUse).catch((error: unknown) => {
          if (error instanceof Refusal && error.code === 'UNAUTHORIZED') return nobody;
          throw error;
        });
      case 'unknown':
        throw unauthorized();
    }
  };
};

/**
 * A browser sends cookies whoever made the page; it also says who made it. What changes something must say that it comes from here, and the guard of
 * the server has compared what it says.
 */
const mustBeOwnPage = ({ method, headers }: IncomingMessage): void => {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return;
  if (headers.origin !== undefined || headers['sec-fetch-site'] === 'same-origin') return;
  throw new Refusal(
    'FORBIDDEN',
    'Expected an Origin header beside the session cookie, found none. Programs authenticate with an API token.',
  );
};

/** In the background; when it fails the next request tries again. */
const noteUse = ({ pipeline, directory }: AuthenticatorParts, idHash: string, nowMs: number): void => {
  pipeline.submit(noteUseTask(idHash, nowMs)).then(
    () => directory.forgetSession(idHash),
    () => undefined,
  );
};
