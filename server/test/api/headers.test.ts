import { afterAll, beforeAll, expect, it } from 'vitest';
import { rawExchange } from '../security/raw-exchange.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

it.each(['/v2/topology', '/v2/unknown', '/ext/info', '/some/page'])(
  'should send safety headers with %s',
  async (path) => {
    const { headers } = await server.get(path);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'self'/);
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self'(;|$)/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/object-src 'none';base-uri 'none'/);
    expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'self'/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
    // Without TLS nobody is told to come by it.
    expect(headers.get('strict-transport-security')).toBeNull();
  },
);

it('should tell browsers to come by TLS only, where they do', async () => {
  const behind = await startTestServer('sqlite', { isBehindProxy: true });
  for (const path of ['/v2/topology', '/v2/unknown', '/'])
    expect((await behind.get(path)).headers.get('strict-transport-security')).toBe(
      'max-age=31536000; includeSubDomains',
    );
  await behind.close();
});

it('should know no methods but those of its operations, and list no folder', async () => {
  for (const method of ['PROPFIND', 'LINK', 'BREW'])
    expect(
      (await rawExchange(server.address, `${method} /v2/topology HTTP/1.1\r\nhost: localhost\r\n\r\n`)).split(' ')[1],
    ).toMatch(/^4/);
  const traced = await rawExchange(server.address, 'TRACE / HTTP/1.1\r\nhost: localhost\r\nx-secret: s\r\n\r\n');
  expect(traced).not.toContain('x-secret');
  for (const path of ['/assets/', '/assets', '/.git/config', '/package.json'])
    expect(JSON.stringify((await server.get(path)).body), path).not.toMatch(
      /index of|\.js"|repositoryformatversion|dependencies/i,
    );
});

it('should take an empty body that is labelled JSON, and an empty authorization header', async () => {
  const labelled = { 'content-type': 'application/json', authorization: '' };
  expect((await server.request('GET', '/v2/topology', undefined, labelled)).status).toBe(200);
  expect((await server.request('POST', '/v2/user-tasks/search', undefined, labelled)).status).toBe(200);
  expect((await server.request('DELETE', '/v2/user-tasks/1/assignee', undefined, labelled)).status).toBe(404);
});

it('should tell what server it is', async () => {
  expect((await server.get('/ext/info')).body).toMatchObject({
    name: 'Baton',
    database: 'sqlite',
    environment: 'test',
  });
  const { body } = await server.get('/v2/topology');
  expect(body).toMatchObject({ clusterSize: 1, partitionsCount: 1, lastCompletedChangeId: '-1' });
  expect(body.gatewayVersion).toMatch(/^8\.9\.\d+$/);
  expect(body.brokers[0].partitions).toEqual([{ partitionId: 1, role: 'leader', health: 'healthy' }]);
});

it('should say that an asset is not there instead of sending the page', async () => {
  const { status, body } = await server.get('/assets/unknown.js');
  expect(status).toBe(404);
  expect(JSON.stringify(body)).not.toMatch(/<html/);
});
