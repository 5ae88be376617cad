import { afterAll, beforeAll, expect, it } from 'vitest';
import { serviceModel } from '../fixture.ts';
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
  const response = await fetch(`${server.address}/ext/events`, { headers: { 'last-event-id': '7' } });
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const hello = await nextEvent(reader, (text) => text.includes('\n\n'));
  expect(hello).toMatch(/event: hello\ndata: \{"serverId":"[\w-]{36}"\}/);
  const { body } = await server.post('/v2/process-instances', { processDefinitionId: 'watched' });
  const changed = await nextEvent(reader, (text) => text.includes('process-instances'));
  const data = JSON.parse(/data: (.*)/.exec(changed)?.[1] ?? '{}');
  expect(data.topics).toEqual(expect.arrayContaining(['process-instances', 'element-instances', 'jobs']));
  expect(data.processInstanceKeys).toEqual([body.processInstanceKey]);
  await server.post('/ext/drafts', { name: 'a', kind: 'form', content: '{}' });
  expect(await nextEvent(reader, (text) => text.includes('drafts'))).toMatch(/"topics":\["drafts"\]/);
  await reader.cancel();
});
