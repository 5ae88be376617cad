import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as client from 'openid-client';
import { claimValues } from './claims.ts';
import type { Claims } from './claims.ts';
import type { Subject } from './directory.ts';

export interface OidcSettings {
  /** Where the identity provider describes itself: `<issuer>/.well-known/openid-configuration`. */
  readonly issuer: string;
  readonly clientId: string;
  /** Null for a public client, which proves itself by PKCE alone. */
  readonly clientSecret: string | null;
  /** Who a bearer token must be meant for. */
  readonly audience: string;
  /** The claim that names a user. One that users can choose themselves would let them choose whom they are. */
  readonly usernameClaim: string;
  /** The claim that names a program; a token that has it and not the one of a user is a client's. */
  readonly clientIdClaim: string;
  /** The claim that lists groups. */
  readonly groupsClaim: string;
  readonly scope: string;
}

/** A login that is under way in a browser. */
export interface PendingLogin {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Logins and tokens of an identity provider that speaks OpenID Connect. */
export interface Oidc {
  /** Where the browser goes to sign in. */
  begin(redirectUri: string): Promise<{ readonly url: string; readonly pending: PendingLogin }>;
  /** Who came back. Throws where the answer does not belong to the login that was begun. */
  finish(callback: URL, pending: PendingLogin): Promise<Subject>;
  /** Whose access token this is; null for one that does not hold. */
  verify(token: string): Promise<Subject | null>;
}

/** How far the clocks of this server and the provider may differ, seconds. */
const clockToleranceS = 30;
/** Algorithms with a public key. `none`, and secrets that both sides share, would let others make tokens. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/** Asks the provider when it is needed first, and again after a failure: a server starts without it. */
export const createOidc = (settings: OidcSettings): Oidc => {
  const { issuer, clientId, clientSecret, audience } = settings;
  const discover = async () => {
    const insecure = new URL(issuer).protocol === 'http:' ? [client.allowInsecureRequests] : [];
    const configuration = await client.discovery(
      new URL(issuer),
      clientId,
      {},
      clientSecret === null ? client.None() : client.ClientSecretBasic(clientSecret),
      { execute: insecure, timeout: 10 },
    );
    const metadata = configuration.serverMetadata();
    if (metadata.jwks_uri === undefined) throw new Error(`Expected ${issuer} to tell its jwks_uri, found none.`);
    return { configuration, issuer: metadata.issuer, keys: createRemoteJWKSet(new URL(metadata.jwks_uri)) };
  };
  let known: ReturnType<typeof discover> | null = null;
  const provider = (): ReturnType<typeof discover> => {
    known ??= discover().catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
  return {
    begin: async (redirectUri) => {
      const { configuration } = await provider();
      const verifier = client.randomPKCECodeVerifier();
      const pending = { state: client.randomState(), nonce: client.randomNonce(), verifier };
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: settings.scope,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: pending.state,
        nonce: pending.nonce,
      });
      return { url: url.href, pending };
    },
    finish: async (callback, { state, nonce, verifier }) => {
      const { configuration } = await provider();
      const tokens = await client.authorizationCodeGrant(configuration, callback, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const subject = userOf(settings, tokens.claims() ?? {});
      if (subject === null)
        throw new Error(`Expected the claim '${settings.usernameClaim}' in the ID token, found none.`);
      return subject;
    },
    verify: async (token) => {
      try {
        const { issuer: expected, keys } = await provider();
        const { payload } = await jwtVerify(token, keys, {
          issuer: expected,
          audience,
          algorithms,
          clockTolerance: clockToleranceS,
          requiredClaims: ['exp'],
        });
        return isIdToken(payload) ? null : (userOf(settings, payload) ?? clientOf(settings, payload));
      } catch {
        return null;
      }
    },
  };
};

/**
 * An ID token tells the web app who signed in, and is in the hands of browsers and logs; it is no key to the API, although it may have the same audience. Only ID tokens have these claims
 * (OpenID Connect Core 1.0, 2 and 3.3.2.11); some providers say it by `typ`.
 */
const isIdToken = (claims: Claims): boolean =>
  ['nonce', 'at_hash', 'c_hash'].some((name) => claims[name] !== undefined) || claims['typ'] === 'ID';

const userOf = (settings: OidcSettings, claims: Claims): Subject | null => {
  const [id] = claimValues(claims, settings.usernameClaim);
  const [clientId] = claimValues(claims, settings.clientIdClaim);
  // Of a token that a program got for itself the subject is the program.
  if (id === undefined || id === '' || id === clientId) return null;
  return { type: 'USER', id, claims, groups: claimValues(claims, settings.groupsClaim) };
};

const clientOf = (settings: OidcSettings, claims: Claims): Subject | null => {
  const [id] = claimValues(claims, settings.clientIdClaim);
  if (id === undefined || id === '') return null;
  return { type: 'CLIENT', id, claims, groups: claimValues(claims, settings.groupsClaim) };
};
