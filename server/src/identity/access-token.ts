import { randomSecret } from './secrets.ts';

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What the header of every access token is, so that one is told from a token of the identity provider. */
const header = encode({ typ: 'baton', alg: 'none' });

/**
 * An access token for a client. It looks like a JWT, because a client of Camunda reads from it when it ends; nothing in it is believed here: it is looked up as
 * a whole, and its last part is a random secret.
 */
export const newAccessToken = (clientId: string, nowMs: number, lifeMs: number): string => {
  const iat = Math.floor(nowMs / 1_000);
  const payload = encode({ sub: clientId, client_id: clientId, iat, exp: iat + Math.floor(lifeMs / 1_000) });
  return `${header}.${payload}.${randomSecret()}`;
};

export const isAccessToken = (token: string): boolean => token.startsWith(`${header}.`);
