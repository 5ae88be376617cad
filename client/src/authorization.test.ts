import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from './client.ts';
import { clientCredentials } from './client-credentials.ts';

let server: Server;
let address: string;
/** What was asked for: tokens by their form, and calls by their header. */
const tokens: URLSearchParams[] = [];
const calls: (string | undefined)[] = [];
/** Tokens up to this number are not accepted. */
let revoked = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      if (request.url === '/token') {
        tokens.push(new URLSearchParams(text));
        response.end(JSON.stringify({ access_token: `t${tokens.length}`, expires_in: 100 }));
      } else if (request.url === '/no-token') {
        response.writeHead(401).end(JSON.stringify({ error: 'invalid_client' }));
      } else {
        const { authorization } = request.headers;
        calls.push(authorization);
        const isAccepted = Number(/^Bearer t(\d+)$/.exec(authorization ?? '')?.[1] ?? Infinity) > revoked;
        response.writeHead(isAccepted ? 204 : 401).end();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());
beforeEach(() => {
  tokens.length = 0;
  calls.length = 0;
  revoked = 0;
});

const credentials = () => ({ tokenUrl: `${address}/token`, clientId: 'id', clientSecret: 'secret', scope: 'baton' });

describe('how the client says who it is', () => {
  it('should send a name and a password, in any script', async () => {
    const client = createClient({ address, auth: { type: 'basic', username: 'jürgen', password: 'pässwörd' } });
    await client.cluster.getStatus();
    const [, encoded = ''] = calls[0]?.split(' ') ?? [];
    expect(Buffer.from(encoded, 'base64').toString('utf8')).toBe('jürgen:pässwörd');
  });

  it('should ask for a bearer token each time, and once more when it is refused', async () => {
    revoked = 1;
    let count = 0;
    const client = createClient({ address, auth: { type: 'bearer', token: () => `t${(count += 1)}` } });
    await client.cluster.getStatus();
    expect(calls).toEqual(['Bearer t1', 'Bearer t2']);
    const fixed = createClient({ address, auth: { type: 'bearer', token: 't1' } });
    await expect(fixed.cluster.getStatus()).rejects.toMatchObject({ code: 'UNAUTHORIZED', status: 401 });
  });

  it('should share one token between calls, and get another when it is refused', async () => {
    const client = createClient({ address, auth: { type: 'client-credentials', ...credentials() } });
    await Promise.all([client.cluster.getStatus(), client.cluster.getStatus()]);
    expect(Object.fromEntries(tokens[0] ?? [])).toEqual({
      grant_type: 'client_credentials',
      client_id: 'id',
      client_secret: 'secret',
      scope: 'baton',
    });
    expect(tokens).toHaveLength(1);
    revoked = 1;
    await client.cluster.getStatus();
    expect(tokens).toHaveLength(2);
  });

  it('should get a new token shortly before the old one ends', async () => {
    let nowMs = 0;
    const authorization = clientCredentials(credentials(), () => nowMs);
    expect(await authorization.header()).toBe('Bearer t1');
    nowMs = 69_999;
    expect(await authorization.header()).toBe('Bearer t1');
    nowMs = 70_000;
    expect(await authorization.header()).toBe('Bearer t2');
  });

  it('should say why there is no token', async () => {
    const auth = { type: 'client-credentials', ...credentials(), tokenUrl: `${address}/no-token` } as const;
    await expect(createClient({ address, auth }).cluster.getStatus()).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
      detail: `Expected a token from ${address}/no-token, found 401: invalid_client.`,
    });
  });
});
