import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { SignJWT, UnsecuredJWT, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as openid from 'openid-client';
import { createOidc } from '../../src/identity/oidc.ts';
import { bearer, startGuardedServer } from './guarded-server.ts';
import type { GuardedServer } from './guarded-server.ts';
import { clientId, clientSecret, startIdentityProvider } from './identity-provider.ts';
import type { IdentityProvider } from './identity-provider.ts';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

let provider: IdentityProvider;
let server: GuardedServer;
beforeAll(async () => {
  const port = await freePort();
  provider = await startIdentityProvider(`http://localhost:${port}/login/oidc/callback`);
  server = await startGuardedServer({
    port,
    oidc: {
      issuer: provider.issuer,
      clientId,
      clientSecret,
      audience: 'baton-api',
      usernameClaim: 'sub',
      clientIdClaim: 'client_id',
      groupsClaim: 'groups',
      scope: 'openid profile',
    },
  });
});
afterAll(async () => {
  await server.close();
  await provider.close();
});

/** Goes where a browser would go, with its cookies; answers where it ends up. */
const browse = async (address: string, change: (url: URL) => void = () => undefined) => {
  const cookies = new Map<string, Map<string, string>>();
  let url = new URL(address);
  for (let step = 0; step < 12; step += 1) {
    const jar = cookies.get(url.host) ?? new Map<string, string>();
    cookies.set(url.host, jar);
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0\b/i.test(line)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const location = response.headers.get('location');
    if (location === null) return { url, cookie: `baton-session=${jar.get('baton-session') ?? ''}`, jar };
    url = new URL(location, url);
    change(url);
  }
  throw new Error('Expected an end of the redirects.');
};

const me = async (headers: Record<string, string>) => server.as(headers, 'GET', '/v2/authentication/me');

describe('a login by an identity provider', () => {
  it('should sign in whom it vouches for, in the groups that it names, and come back to the page', async () => {
    await server.as(server.admin, 'POST', '/v2/groups', { groupId: 'accounting', name: 'Accounting' });
    await server.as(server.admin, 'POST', '/v2/authorizations', {
      ownerType: 'GROUP',
      ownerId: 'accounting',
      resourceType: 'USER_TASK',
      resourceId: '*',
      permissionTypes: ['READ'],
    });
    await server.as(server.admin, 'POST', '/v2/mapping-rules', {
      mappingRuleId: 'mia',
      claimName: 'name',
      claimValue: 'Mia Berg',
      name: 'Mia',
    });
    await server.as(server.admin, 'PUT', '/v2/roles/operator/mapping-rules/mia');
    provider.person = { sub: 'u-17', name: 'Mia Berg', groups: ['accounting'] };
    const { url, cookie } = await browse(`${server.address}/login/oidc?returnTo=/tasklist%3Fview=mine`);
    expect(url.pathname + url.search).toBe('/tasklist?view=mine');
    expect((await me({ cookie })).body).toMatchObject({
      username: 'u-17',
      displayName: 'Mia Berg',
      groups: ['accounting'],
      roles: ['operator'],
      canLogout: true,
    });
    expect((await server.as({ cookie, origin: server.address }, 'POST', '/v2/user-tasks/search', {})).status).toBe(200);
    expect((await server.get('/ext/info')).body.login).toBe('identity-provider');
  });

  it('should send nobody to an address from outside', async () => {
    for (const returnTo of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const { url } = await browse(`${server.address}/login/oidc?returnTo=${encodeURIComponent(returnTo)}`);
      expect(url.origin + url.pathname, returnTo).toBe(`${server.address}/`);
    }
  });

  it('should refuse an answer that was not asked for here, or was changed', async () => {
    const state = await browse(`${server.address}/login/oidc`, (url) => {
      if (url.searchParams.has('code')) url.searchParams.set('state', 'another');
    });
    expect(state.url.search).toBe('?problem=refused');
    expect(state.jar.has('baton-session')).toBe(false);
    const code = await browse(`${server.address}/login/oidc`, (url) => {
      if (url.searchParams.has('code')) url.searchParams.set('code', 'guessed');
    });
    expect(code.url.search).toBe('?problem=refused');
    const unasked = await browse(`${server.address}/login/oidc/callback?code=x&state=y`);
    expect(unasked.url.search).toBe('?problem=expired');
  });

  it('should not let in a user who is disabled here', async () => {
    await server.addUser('u-18');
    await server.as(server.admin, 'PUT', '/ext/users/u-18/enabled', { isEnabled: false });
    provider.person = { sub: 'u-18', name: 'Tom', groups: [] };
    const { url, jar } = await browse(`${server.address}/login/oidc`);
    expect(url.search).toBe('?problem=disabled');
    expect(jar.has('baton-session')).toBe(false);
  });
});

describe('an ID token', () => {
  it('F51: should be no bearer token, also where the API has no audience of its own', async () => {
    const insecure = { execute: [openid.allowInsecureRequests] };
    const secret = openid.ClientSecretBasic(clientSecret);
    const configuration = await openid.discovery(new URL(provider.issuer), clientId, {}, secret, insecure);
    const [verifier, state, nonce] = [openid.randomPKCECodeVerifier(), openid.randomState(), openid.randomNonce()];
    const begin = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: provider.redirectUri,
      scope: 'openid profile',
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    // The browser is stopped on its way back, so that the code is still good.
    let callback = new URL(provider.issuer);
    await browse(begin.href, (url) => {
      if (!url.href.startsWith(provider.redirectUri)) return;
      callback = new URL(url);
      url.href = `${provider.issuer}/.well-known/openid-configuration`;
    });
    const { id_token: idToken = '' } = await openid.authorizationCodeGrant(configuration, callback, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
    });
    expect(idToken.split('.')).toHaveLength(3);
    const ownAudience = createOidc({
      issuer: provider.issuer,
      clientId,
      clientSecret,
      audience: clientId,
      usernameClaim: 'sub',
      clientIdClaim: 'client_id',
      groupsClaim: 'groups',
      scope: 'openid',
    });
    expect(await ownAudience.verify(idToken)).toBeNull();
  });
});

describe('a bearer token of the identity provider', () => {
  const ask = async (resource: string): Promise<string> => {
    const response = await fetch(`${provider.issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from('robot:secret of the robot').toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'api', resource }),
    });
    return ((await response.json()) as { access_token: string }).access_token;
  };

  it('should name the client, where it is meant for this server', async () => {
    await server.as(server.admin, 'PUT', '/v2/roles/job-worker/clients/robot');
    const good = await ask('urn:baton-api');
    expect((await me(bearer(good))).body).toMatchObject({ username: 'robot', roles: ['job-worker'], canLogout: false });
    expect((await me(bearer(await ask('urn:another-api')))).status).toBe(401);
  });

  it('F51: should be refused when anything of it was made by somebody else', async () => {
    const good = await ask('urn:baton-api');
    const [head = '', payload = '', signature = ''] = good.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, never>;
    const { privateKey } = await generateKeyPair('RS256');
    const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as { alg: string; kid: string };
    const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const forged = {
      'another payload': [head, encode({ ...claims, client_id: 'admin' }), signature].join('.'),
      'no signature': [head, payload, ''].join('.'),
      'algorithm none': new UnsecuredJWT(claims).encode(),
      'another key': await new SignJWT(claims).setProtectedHeader(header).sign(privateKey),
      'a shared secret': await new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', kid: header.kid })
        .sign(new TextEncoder().encode(clientSecret.padEnd(32, '.'))),
      expired: await new SignJWT({ ...claims, exp: 1 }).setProtectedHeader(header).sign(privateKey),
    };
    for (const [name, token] of Object.entries(forged)) expect((await me(bearer(token))).status, name).toBe(401);
    expect((await me(bearer(good))).status).toBe(200);
  });
});
