import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestStore } from '../test-runtime.ts';
import { serviceModel } from '../fixture.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';
import { rawExchange, statusesIn } from './raw-exchange.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await server.deploy(serviceModel('canary'));
});
afterAll(() => server.close());

/** Milliseconds for which a command of somebody else takes; the best of some, because the machine has other things to do. */
const canaryMs = async (): Promise<number> => {
  let best = Infinity;
  for (let turn = 0; turn < 5; turn += 1) {
    const began = performance.now();
    expect((await server.post('/v2/process-instances', { processDefinitionId: 'canary' })).status).toBe(200);
    best = Math.min(best, performance.now() - began);
  }
  return best;
};
/** More than this and others would notice. */
const noticedMs = 250;

describe('F53 requests that are made to hurt', () => {
  it('should serve others while hundreds of clients send their headers letter by letter', async () => {
    const { port } = new URL(server.address);
    const sockets: Socket[] = [];
    for (let each = 0; each < 300; each += 1) {
      const socket = connect(Number(port), '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write('POST /v2/process-instances HTTP/1.1\r\nhost: localhost\r\nx-slow: ');
      sockets.push(socket);
    }
    const drip = setInterval(() => sockets.forEach((socket) => socket.write('a')), 50);
    expect(await canaryMs()).toBeLessThan(noticedMs);
    clearInterval(drip);
    sockets.forEach((socket) => socket.destroy());
  });

  it('should serve others while a thousand clients wait for jobs that do not come', async () => {
    const { port, hostname } = new URL(server.address);
    const body = JSON.stringify({ type: 'none', timeout: 1_000, maxJobsToActivate: 1, requestTimeout: 60_000 });
    const polls = Array.from({ length: 1_000 }, () => {
      const poll = httpRequest({
        hostname,
        port,
        method: 'POST',
        path: '/v2/jobs/activation',
        agent: false,
        headers: { 'content-type': 'application/json', 'content-length': body.length },
      });
      poll.on('error', () => undefined);
      poll.end(body);
      return poll;
    });
    expect(await canaryMs()).toBeLessThan(noticedMs);
    polls.forEach((poll) => poll.destroy());
  });

  it('should refuse a hundred thousand headers, parameters, and an endless address', async () => {
    const headers = Array.from({ length: 100_000 }, (_, index) => `x-${index}: 1\r\n`).join('');
    const many = await rawExchange(server.address, `GET /v2/status HTTP/1.1\r\nhost: localhost\r\n${headers}\r\n`);
    // Who still sends when the server hangs up may miss its last word.
    expect(statusesIn(many).filter((status) => status !== 431)).toEqual([]);
    const params = Array.from({ length: 100_000 }, (_, index) => `p${index}=1`).join('&');
    const long = await rawExchange(server.address, `GET /v2/status?${params} HTTP/1.1\r\nhost: localhost\r\n\r\n`);
    expect(statusesIn(long).filter((status) => status !== 431)).toEqual([]);
    const some = Array.from({ length: 3_000 }, (_, index) => `p${index}=1`).join('&');
    expect((await server.get(`/v2/status?${some}`)).status).toBe(204);
  });

  it('should refuse JSON that is deep or long, and take the last of two names that are the same', async () => {
    const deep = `{"filter": ${'{"$or": ['.repeat(20_000)}${']}'.repeat(20_000)}}`;
    const bodies: readonly (readonly [string, number])[] = [
      [deep, 400],
      ['['.repeat(1_000_000), 400],
      [`{"filter": {"state": ${'9'.repeat(1_000_000)}}}`, 400],
      [`{"filter": {${Array.from({ length: 100_000 }, (_, index) => `"k${index}": 1`).join(', ')}}}`, 400],
      [`"${'\\u0061'.repeat(600_000)}"`, 400],
      [' '.repeat(4_194_305), 413],
    ];
    for (const [body, status] of bodies)
      expect((await server.post('/v2/process-instances/search', body)).status, body.slice(0, 40)).toBe(status);
    const twice = '{"processDefinitionId": "unknown", "processDefinitionId": "canary", "variables": {"a": 1, "a": 2}}';
    const { status, body } = await server.post('/v2/process-instances', twice);
    expect([status, body.processDefinitionId]).toEqual([200, 'canary']);
    const found = await server.post('/v2/variables/search', {
      filter: { processInstanceKey: body.processInstanceKey },
    });
    expect(found.body.items.map(({ value }: { value: string }) => value)).toEqual(['2']);
  });

  it.each([
    ['a length and chunks', 'content-length: 4\r\ntransfer-encoding: chunked\r\n'],
    ['chunks and a length', 'transfer-encoding: chunked\r\ncontent-length: 4\r\n'],
    ['two lengths', 'content-length: 4\r\ncontent-length: 40\r\n'],
    ['a length that is no number', 'content-length: 0x04\r\n'],
    ['a length with a sign', 'content-length: +4\r\n'],
    ['a coding that nobody knows', 'transfer-encoding: xchunked\r\n'],
    ['chunks that are not the last coding', 'transfer-encoding: chunked, identity\r\n'],
    ['a space before the colon', 'transfer-encoding : chunked\r\ncontent-length: 4\r\n'],
    ['a folded header', 'transfer-encoding:\r\n chunked\r\ncontent-length: 4\r\n'],
    ['a bare line feed', 'x: y\ntransfer-encoding: chunked\r\ncontent-length: 4\r\n'],
  ])('should see no second request in the body of one: %s', async (_name, headers) => {
    const smuggled = 'GET /v2/topology HTTP/1.1\r\nhost: localhost\r\n\r\n';
    const heard = await rawExchange(
      server.address,
      `POST /v2/status HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n${headers}\r\n0\r\n\r\n${smuggled}`,
    );
    expect(heard).not.toContain('clusterSize');
    const [status, ...more] = statusesIn(heard);
    expect([status, more]).toEqual([expect.toSatisfy((each: number) => each === 400 || each === 404), []]);
  });

  it('should hang up on who sends no request at all, and answer everybody else', async () => {
    for (const bytes of ['\0'.repeat(1_000), 'hello\r\n\r\n', '\x16\x03\x01\x02\x00', 'GET / HTTP/9.9\r\n\r\n'])
      expect(statusesIn(await rawExchange(server.address, bytes)).every((status) => status >= 400)).toBe(true);
    expect(await canaryMs()).toBeLessThan(noticedMs);
  });

  it('should take every operation with a body only as what it says it is', async () => {
    const before = await server.post('/v2/process-instances/search', {});
    const body = '{"processDefinitionId": "canary"}';
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
      'application/jsonx',
      'text/html;application/json',
    ])
      expect((await server.post('/v2/process-instances', body, { 'content-type': type })).status, type).toBe(415);
    const after = await server.post('/v2/process-instances/search', {});
    expect(after.body.page.totalItems).toBe(before.body.page.totalItems);
  });
});

describe('F47 pages of others in the browser of a person', () => {
  it('should be able to change nothing on a server that asks nobody who they are', async () => {
    const store = await createTestStore('sqlite');
    const open = await startTestServer('sqlite', {}, store);
    try {
      await open.deploy(serviceModel('victim'));
      const start = (headers: Readonly<Record<string, string>>, type = 'application/json') =>
        open.post('/v2/process-instances', '{"processDefinitionId": "victim"}', { 'content-type': type, ...headers });
      for (const origin of [
        'https://evil.example',
        'null',
        'http://localhost:1',
        'http://localhost.evil.example',
        'file://',
      ])
        expect((await start({ origin })).status, origin).toBe(403);
      // What a form can send without being asked has no other type than these.
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
        expect((await start({}, type)).status, type).toBe(415);
      for (const path of ['/v2/clock/reset', '/v2/process-instances/1/cancellation', '/v2/incidents/1/resolution'])
        expect((await open.request('POST', path, undefined, { origin: 'https://evil.example' })).status, path).toBe(
          403,
        );
      expect((await open.post('/v2/process-instances/search', {})).body.page.totalItems).toBe(0);
      expect((await start({ origin: open.address })).status).toBe(200);
    } finally {
      await open.close();
      await store.drop();
    }
  });

  it('should change nothing by asking for an address', async () => {
    const { database } = server.runtime;
    const revisions = () => database.rows('SELECT count(*) AS n FROM journal');
    const before = await revisions();
    const { paths } = (await server.get('/openapi.json')).body as { paths: Record<string, Record<string, object>> };
    for (const [path, methods] of Object.entries(paths)) {
      if (path === '/ext/events') continue;
      const answer = await server.get(path.replaceAll(/\{\w+\}/g, '1'));
      if (methods['get'] === undefined) expect(answer.status, path).toBeGreaterThanOrEqual(400);
    }
    expect(await revisions()).toEqual(before);
  });

  it('should be able to read nothing: no answer allows another origin', async () => {
    for (const path of ['/v2/topology', '/ext/info', '/', '/openapi.json', '/v2/unknown']) {
      const { headers } = await server.request('GET', path, undefined, { origin: 'https://evil.example' });
      expect(
        [...headers.keys()].filter((name) => name.startsWith('access-control-')),
        path,
      ).toEqual([]);
    }
    const asked = await server.request('OPTIONS', '/v2/process-instances', undefined, {
      origin: 'https://evil.example',
      'access-control-request-method': 'POST',
    });
    expect(asked.headers.get('access-control-allow-origin')).toBeNull();
  });
});
