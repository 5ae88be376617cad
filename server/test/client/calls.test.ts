import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import { createClient, searchAll } from '@baton/client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fixture, serviceModel } from '../fixture.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await server.deploy(serviceModel('counted'));
});
afterAll(() => server.close());

const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

/** A server in between that handles the first requests by itself, and hands on the others; what it saw of each. */
const between = async (
  ...first: readonly ((request: IncomingMessage, response: ServerResponse) => void)[]
): Promise<{ readonly address: string; readonly seen: (string | null)[]; readonly breakAll: () => void }> => {
  const seen: (string | null)[] = [];
  const proxy = createServer((request, response) => {
    const own = first[seen.length];
    seen.push((request.headers['idempotency-key'] as string | undefined) ?? null);
    if (own !== undefined) return own(request, response);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { host: _host, connection: _connection, ...headers } = request.headers as Record<string, string>;
      const body = chunks.length === 0 ? undefined : Buffer.concat(chunks);
      void fetch(server.address + (request.url ?? ''), { method: request.method, headers, body }).then(
        async (answer) => {
          response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
          if (answer.body === null) response.end();
          else pipeline(Readable.fromWeb(answer.body as never), response, () => undefined);
        },
      );
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  return {
    address: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    seen,
    breakAll: () => proxy.closeAllConnections(),
  };
};

const refuse =
  (status: number, title: string, headers: Record<string, string> = {}) =>
  (_request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(status, { 'content-type': 'application/problem+json', ...headers });
    response.end(JSON.stringify({ type: 'about:blank', title, status, detail: 'By a test.', instance: '/' }));
  };
const hangUp = (request: IncomingMessage): void => void request.socket.destroy();

describe('calls of the client library', () => {
  it('should deploy, start, read, search and cancel', async () => {
    const client = createClient({ address: `${server.address}/v2/` });
    const { name, content } = fixture('parallel-gateway');
    const { deployments } = await client.deployments.createDeployment({ resources: [{ name, content }] });
    const definition = deployments[0]?.processDefinition;
    const processDefinitionKey = definition?.processDefinitionKey ?? '';
    expect(await client.processDefinitions.getProcessDefinitionXML({ processDefinitionKey })).toBe(String(content));
    expect(await client.processDefinitions.getStartProcessForm({ processDefinitionKey })).toBeNull();

    const { processInstanceKey } = await client.processInstances.createProcessInstance({
      processDefinitionKey,
      variables: { n: 1 },
    });
    const found = await client.jobs.searchJobs({ filter: { processInstanceKey, type: { $in: ['a', 'b'] } } });
    expect(found.items.map(({ type }) => type).sort()).toEqual(['a', 'b']);
    await client.processInstances.cancelProcessInstance({ processInstanceKey });
    expect(await client.processInstances.getProcessInstance({ processInstanceKey })).toMatchObject({
      state: 'TERMINATED',
    });
    await client.cluster.getStatus();
  });

  it('should go through all pages of a search', async () => {
    const client = createClient({ address: server.address });
    const many = Array.from({ length: 7 }, (_, n) => ({ variables: { n } }));
    await client.processInstances.createProcessInstances({ processDefinitionId: 'counted', instances: many });
    const keys: string[] = [];
    const filter = { processDefinitionId: 'counted' };
    const search = client.processInstances.searchProcessInstances;
    for await (const { processInstanceKey } of searchAll(search, { filter, page: { limit: 3 } }))
      keys.push(processInstanceKey);
    expect(new Set(keys).size).toBe(7);
  });

  it('should tell by code, status and detail why it was refused', async () => {
    const client = createClient({ address: server.address });
    await expect(client.jobs.completeJob({ jobKey: '17' })).rejects.toMatchObject({
      name: 'BatonError',
      code: 'NOT_FOUND',
      status: 404,
      operation: 'completeJob',
      detail: expect.stringContaining("'17'") as string,
    });
    await expect(client.jobs.completeJob({ jobKey: '' })).rejects.toThrow('Expected jobKey in the input, found none.');
    expect(() => createClient({ address: 'localhost:8080' })).toThrow('Expected an address such as');
  });

  it('should start once although the answers got lost, with the same key each time', async () => {
    const lostAnswer = (request: IncomingMessage): void => {
      request.resume().on('end', () => request.socket.destroy());
    };
    const proxy = await between(lostAnswer, refuse(503, 'UNAVAILABLE'), hangUp);
    const client = createClient({ address: proxy.address, backOff: { baseMs: 1 } });
    await client.processInstances.createProcessInstance({ processDefinitionId: 'counted' });
    expect(proxy.seen).toHaveLength(4);
    expect(proxy.seen[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(proxy.seen).size).toBe(1);
  });

  it('should wait as long as it is asked to, and give up in the end', async () => {
    const proxy = await between(refuse(429, 'RESOURCE_EXHAUSTED', { 'retry-after': '1' }));
    const client = createClient({ address: proxy.address, backOff: { baseMs: 1 } });
    const beganMs = performance.now();
    await client.cluster.getTopology();
    expect(performance.now() - beganMs).toBeGreaterThan(950);

    const hopeless = await between(...Array.from({ length: 9 }, () => refuse(503, 'UNAVAILABLE')));
    const trying = createClient({ address: hopeless.address, backOff: { baseMs: 1 }, attempts: 3 });
    await expect(trying.cluster.getTopology()).rejects.toMatchObject({ code: 'UNAVAILABLE', detail: 'By a test.' });
    expect(hopeless.seen).toHaveLength(3);
  });

  it('should not repeat what could be done twice', async () => {
    const proxy = await between(hangUp);
    const client = createClient({ address: proxy.address, backOff: { baseMs: 1 } });
    const draft = client.webApp.createDraft({ kind: 'bpmn', title: 'x', content: '<x/>' } as never);
    await expect(draft).rejects.toMatchObject({ code: 'UNREACHABLE', status: 0 });
    expect(proxy.seen).toHaveLength(1);
  });

  it('should say that nobody is there, and stop when it is told to', async () => {
    const proxy = await between(
      () => undefined,
      () => undefined,
    );
    closers.splice(0).forEach((close) => close());
    const nobody = createClient({ address: proxy.address, attempts: 2, backOff: { baseMs: 1 } });
    await expect(nobody.cluster.getTopology()).rejects.toMatchObject({
      code: 'UNREACHABLE',
      detail: expect.stringContaining('ECONNREFUSED') as string,
    });
    const silent = await between(
      () => undefined,
      () => undefined,
    );
    const client = createClient({ address: silent.address, attempts: 1, timeoutMs: 50 });
    await expect(client.cluster.getTopology()).rejects.toMatchObject({ code: 'TIMEOUT' });
    const over = new AbortController();
    setTimeout(() => over.abort(new Error('never mind')), 20);
    await expect(client.cluster.getTopology({ signal: over.signal, timeoutMs: 5_000 })).rejects.toThrow('never mind');
  });

  it('should watch what changes over broken connections, and miss nothing', async () => {
    const proxy = await between();
    const client = createClient({ address: proxy.address });
    const over = new AbortController();
    const seen = new Set<string>();
    const watching = (async () => {
      for await (const change of client.watchChanges(over.signal))
        if (change.type === 'changed') for (const key of change.processInstanceKeys) seen.add(key);
    })();
    const direct = createClient({ address: server.address });
    const start = async (): Promise<string> =>
      (await direct.processInstances.createProcessInstance({ processDefinitionId: 'counted' })).processInstanceKey;
    await expect.poll(() => proxy.seen.length, { interval: 5 }).toBe(1);
    const keys = [await start()];
    await expect.poll(() => seen, { interval: 10 }).toContain(keys[0]);
    proxy.breakAll();
    keys.push(await start());
    await expect.poll(() => [...seen], { interval: 10 }).toEqual(expect.arrayContaining(keys));
    over.abort();
    await watching;
  });
});
