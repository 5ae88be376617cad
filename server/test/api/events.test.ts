import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serviceModel } from '../fixture.ts';
import { createTestStore } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** Reads server-sent events until one fits. */
const nextEvent = async (
  reader: ReadableStreamDefaultReader<Uint8Array>,
  fits: (text: string) => boolean,
): Promise<string> => {
  let text = '';
  while (!fits(text)) {
    const { value, done } = await reader.read();
    if (done) break;
    text += new TextDecoder().decode(value);
  }
  return text;
};

it('should greet and then tell after a commit what changed', async () => {
  await server.deploy(serviceModel('watched'));
  const response = await fetch(`${server.address}/ext/events`);
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const hello = await nextEvent(reader, (text) => text.includes('\n\n'));
  expect(hello).toMatch(/event: hello\ndata: \{"serverId":"[\w-]{36}","isResumed":false\}/);
  const { body } = await server.post('/v2/process-instances', { processDefinitionId: 'watched' });
  const changed = await nextEvent(reader, (text) => text.includes('process-instances'));
  const data = JSON.parse(/data: (.*)/.exec(changed)?.[1] ?? '{}');
  expect(data.topics).toEqual(expect.arrayContaining(['process-instances', 'element-instances', 'jobs']));
  expect(data.processInstanceKeys).toEqual([body.processInstanceKey]);
  await server.post('/ext/drafts', { name: 'a', kind: 'form', content: '{}' });
  expect(await nextEvent(reader, (text) => text.includes('drafts'))).toMatch(/"topics":\["drafts"\]/);
  await reader.cancel();
});

/** What a stream says up to the words that fit; the connection is ended then. */
const hear = async (
  address: string,
  lastEventId: string | null,
  fits: (text: string) => boolean,
  during: () => Promise<unknown> = () => Promise.resolve(),
): Promise<{ text: string; id: string }> => {
  const response = await fetch(`${address}/ext/events`, {
    headers: lastEventId === null ? {} : { 'last-event-id': lastEventId },
  });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  await during();
  const text = await nextEvent(reader, fits);
  await reader.cancel();
  return { text, id: [...text.matchAll(/^id: (.*)$/gm)].at(-1)?.[1] ?? '' };
};
const isGreeted = (text: string): boolean => text.includes('\n\n');
const start = async (at: TestServer): Promise<string> =>
  (await at.post('/v2/process-instances', { processDefinitionId: 'watched' })).body.processInstanceKey;

describe('a client that comes back with the last id', () => {
  it('should be told what it missed, once', async () => {
    const { id } = await hear(server.address, null, isGreeted);
    const keys = [await start(server), await start(server)];
    const again = await hear(server.address, id, (text) => text.includes('changed'));
    expect(again.text).toContain('"isResumed":true');
    for (const key of keys) expect(again.text).toContain(key);
    const later = await hear(server.address, again.id, isGreeted);
    expect(later.text).toContain('"isResumed":true');
    expect(later.id).not.toBe('');
    expect(later.text).not.toContain('changed');
    const byQuery = await fetch(`${server.address}/ext/events?lastEventId=${id}`);
    const reader = (byQuery.body as ReadableStream<Uint8Array>).getReader();
    expect(await nextEvent(reader, (text) => text.includes('changed'))).toContain(keys[0]);
    await reader.cancel();
  });

  it('should be told to reload when nobody knows what it missed', async () => {
    for (const id of ['7', '1-1-other-server', `${Date.now()}-0-${'x'.repeat(99)}`]) {
      const { text } = await hear(server.address, id, (heard) => heard.includes('reload'));
      expect(text).toMatch(/event: hello\ndata: .*"isResumed":false\}\n\nid: .*\nevent: reload\ndata: \{\}\n\n/);
    }
    const { id } = await hear(server.address, null, isGreeted);
    server.runtime.events.lose();
    expect((await hear(server.address, id, (heard) => heard.includes('reload'))).text).toContain('"isResumed":false');
  });

  it('should be told to reload while it listens when events got lost', async () => {
    const lose = (): Promise<void> => Promise.resolve(server.runtime.events.lose());
    const { text } = await hear(server.address, null, (heard) => heard.includes('reload'), lose);
    expect(text).toContain('"isResumed":false');
  });
});

it('should go on at another server of the same database', async () => {
  const store = await createTestStore('postgresql');
  const one = await startTestServer('postgresql', {}, store);
  const other = await startTestServer('postgresql', {}, store);
  try {
    await one.deploy(serviceModel('watched'));
    const { id } = await hear(one.address, null, isGreeted);
    const [ms = '', ...rest] = id.split('-');
    const key = await start(one);
    const heard = (text: string): boolean => text.includes(key) || text.includes('reload');
    const early = await hear(other.address, id, heard);
    expect(early.text).toContain('reload');
    // As if both servers had been there for longer than news may take between them.
    const late = [Number(ms) + 5_000, ...rest].join('-');
    await expect.poll(async () => (await hear(other.address, late, isGreeted)).text).toContain('"isResumed":true');
    expect((await hear(other.address, late, heard)).text).toContain(key);
  } finally {
    await one.close();
    await other.close();
    await store.drop();
  }
});
