import express, { Router } from 'express';
import type { Request } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Identity } from '../../identity/identity.ts';
import type { PendingLogin } from '../../identity/oidc.ts';
import { Refusal } from '../../runtime/refusal.ts';
import { sessionCookie } from './session-cookie.ts';

const startPath = '/login/oidc';
const callbackPath = '/login/oidc/callback';
/** How long somebody may take at the identity provider, seconds. */
const pendingLifeS = 600;
const pendingCookie = 'baton-login';

const pendingType = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), returnTo: z.string() });

/** What speaks the language of browsers and of OAuth, and not that of the API: redirects to the identity provider and back, and access tokens for clients. */
export const loginRoutes = (identity: Identity, log: Logger): Router => {
  const router = Router();
  const { login, oidc, isSecure, addressOf, originOf } = identity;
  router.use([startPath, '/oauth'], (_request, response, next) => {
    response.setHeader('cache-control', 'no-store');
    next();
  });

  if (identity.isOn && oidc !== null) {
    router.get(startPath, async (request, response) => {
      const { url, pending } = await oidc.begin(originOf(request) + callbackPath);
      const returnTo = localPath(request.query['returnTo']);
      response.setHeader('set-cookie', cookie(encode({ ...pending, returnTo }), pendingLifeS, isSecure));
      response.redirect(302, url);
    });
    router.get(callbackPath, async (request, response) => {
      const pending = readPending(request.headers.cookie);
      if (pending === null) return response.redirect(302, '/login?problem=expired');
      try {
        const subject = await oidc.finish(new URL(request.originalUrl, originOf(request)), pending);
        const { secret, lifeMs } = await login.bySubject(subject, addressOf(request));
        response.setHeader('set-cookie', [sessionCookie(secret, lifeMs, isSecure), cookie('', 0, isSecure)]);
        response.redirect(302, pending.returnTo);
      } catch (error) {
        log.warn({ err: error }, 'a login by the identity provider was refused');
        response.setHeader('set-cookie', cookie('', 0, isSecure));
        response.redirect(302, `/login?problem=${error instanceof Refusal ? 'disabled' : 'refused'}`);
      }
    });
  }

  // RFC 6749, 4.4: what Camunda clients send with CAMUNDA_OAUTH_URL.
  router.post('/oauth/token', express.urlencoded({ extended: false, limit: '10kb' }), async (request, response) => {
    const given = (request.body ?? {}) as Record<string, unknown>;
    if (given['grant_type'] !== 'client_credentials')
      return response.status(400).json({
        error: 'unsupported_grant_type',
        error_description: 'Expected grant_type client_credentials in a form.',
      });
    const [clientId, clientSecret] = clientOf(request, given);
    try {
      const { secret, lifeMs } = await login.byClientSecret(clientId, clientSecret, addressOf(request));
      response.json({ access_token: secret, token_type: 'Bearer', expires_in: Math.floor(lifeMs / 1_000) });
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'UNAUTHORIZED') throw error;
      response.status(401).json({ error: 'invalid_client', error_description: error.message });
    }
    return undefined;
  });
  return router;
};

/** Id and secret of the client: in the form, or as basic authentication (RFC 6749, 2.3.1). */
const clientOf = (request: Request, given: Record<string, unknown>): readonly [string, string] => {
  const [, encoded] = /^basic\s+(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (encoded !== undefined) {
    const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
    return [decoded(id), decoded(secret.join(':'))];
  }
  const text = (name: string): string => (typeof given[name] === 'string' ? given[name] : '');
  return [text('client_id'), text('client_secret')];
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Only a path of our own: an address from outside would send people who just signed in to somebody else. */
const localPath = (value: unknown): string =>
  typeof value === 'string' && /^\/(?![/\\])[^\u0000-\u001f\\]{0,1000}$/.test(value) ? value : '/';

const encode = (pending: PendingLogin & { readonly returnTo: string }): string =>
  Buffer.from(JSON.stringify(pending)).toString('base64url');

const readPending = (header: string | undefined): z.output<typeof pendingType> | null => {
  const [, value] = new RegExp(`(?:^|;\\s*)${pendingCookie}=([A-Za-z0-9_-]+)`).exec(header ?? '') ?? [];
  if (value === undefined) return null;
  try {
    const read = pendingType.safeParse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')));
    return read.success ? { ...read.data, returnTo: localPath(read.data.returnTo) } : null;
  } catch {
    return null;
  }
};

const cookie = (value: string, maxAgeS: number, isSecure: boolean): string =>
  `${pendingCookie}=${value}; Path=${startPath}; HttpOnly; SameSite=Lax; Max-Age=${maxAgeS}${isSecure ? '; Secure' : ''}`;
