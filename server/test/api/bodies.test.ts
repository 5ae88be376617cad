import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWords } from '../api-words.ts';
import { serviceModel } from '../fixture.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await server.deploy(serviceModel('short'));
});
afterAll(() => server.close());

const { start, activate, instance } = apiWords(() => server);

/** All but what differs from answer to answer anyway: the time, and keys of instances. */
const seen = async (path: string, body: string | Buffer, headers: Record<string, string> = {}) => {
  const response = await fetch(server.address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: Object.fromEntries([...response.headers].filter(([name]) => name !== 'date' && name !== 'vary')),
    text: text.replace(/"processInstanceKey":"\d+"/, ''),
  };
};

/** The same compressed: such a body is read by the general parser, a plain one is not. */
const seenCompressed = (path: string, body: string | Buffer, headers: Record<string, string> = {}) =>
  seen(path, gzipSync(body), { ...headers, 'content-encoding': 'gzip' });

describe('a JSON body', () => {
  it.each([
    ['a start', '{"processDefinitionId":"short","variables":{"ä":"€","__proto__":1}}'],
    ['a byte order mark', '\ufeff{"processDefinitionId":"short"}'],
    ['a process that is not known', '{"processDefinitionId":"nobody"}'],
    ['no fields', '{}'],
    ['unknown fields', '{"surprise":1}'],
    ['what is no object', '[1]'],
    ['what does not parse', '{"a":'],
    ['what is not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ['what is nested too deep', `{"variables":{"a":${'['.repeat(80)}${']'.repeat(80)}}}`],
  ])('should mean the same plain and compressed: %s', async (_, body) => {
    const short = await seen('/v2/process-instances', body);
    expect(short).toEqual(await seenCompressed('/v2/process-instances', body));
    expect(short.headers['content-security-policy']).toMatch(/default-src 'self'/);
    expect(short.headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['a type with charset', { 'content-type': 'application/json; charset=UTF-8' }, 200],
    ['another charset', { 'content-type': 'application/json; charset=latin1' }, 415],
    ['a foreign page', { origin: 'http://evil.example' }, 403],
    ['a key that cannot be kept', { 'idempotency-key': 'x'.repeat(201) }, 400],
  ])('should be taken or refused the same plain and compressed: %s', async (_, headers, status) => {
    const body = '{"processDefinitionId":"short"}';
    const short = await seen('/v2/process-instances', body, headers);
    expect(short.status).toBe(status);
    expect(short).toEqual(await seenCompressed('/v2/process-instances', body, headers));
  });

  it('should complete a job with what its body says, once', async () => {
    const key = await start('short');
    const jobs = await activate('short', { maxJobsToActivate: 1_000 });
    const job = jobs.find(({ processInstanceKey }: { processInstanceKey: string }) => processInstanceKey === key);
    const path = `/v2/jobs/${job.jobKey}/completion`;
    expect(await seen(path, '{"surprise":1}')).toEqual(await seenCompressed(path, '{"surprise":1}'));
    expect((await seen(path, '{"variables":{"sum":7}}')).status).toBe(204);
    expect(await seen(path, '{}')).toMatchObject({ ...(await seenCompressed(path, '{}')), status: 404 });
    expect((await instance(key)).state).toBe('COMPLETED');
    const found = await server.post('/v2/variables/search', { filter: { processInstanceKey: key } });
    expect(found.body.items).toMatchObject([{ name: 'sum', value: '7' }]);
  });

  it('should start nothing for a caller who hangs up in the middle of the body, and go on', async () => {
    await server.deploy(serviceModel('cut-off'));
    const { port } = new URL(server.address);
    const body = '{"processDefinitionId":"cut-off"}';
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        const head = `POST /v2/process-instances HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length + 1}\r\n\r\n`;
        socket.end(head + body);
      });
      socket.on('close', () => resolve()).resume();
    });
    expect((await seen('/v2/process-instances', '{"processDefinitionId":"short"}')).status).toBe(200);
    const found = await server.post('/v2/process-instances/search', { filter: { processDefinitionId: 'cut-off' } });
    expect(found.body.page.totalItems).toBe(0);
  });
});
