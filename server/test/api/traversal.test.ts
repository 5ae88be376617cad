import { request } from 'node:http';
import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestStore } from '../test-runtime.ts';
import type { TestStore } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

let store: TestStore;
let server: TestServer;
beforeAll(async () => {
  store = await createTestStore('sqlite');
  server = await startTestServer('sqlite', {}, store);
});
afterAll(async () => {
  await server.close();
  await store.drop();
});

/** Sends an address as it is; `fetch` would tidy it up first. */
const get = (path: string): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.address);
    request({ hostname, port, path }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .on('error', reject)
      .end();
  });

it('F43: should keep names of deployed files as data, wherever they seem to lead', async () => {
  const before = await readdir(store.dataFolder);
  const names = ['../../x.txt', '/etc/x.txt', 'C:\\x.txt', '..\\..\\x.txt', '%2e%2e%2fx.txt', '\\\\host\\share\\x.txt'];
  for (const name of names) {
    const { status, body } = await server.deploy({ name, content: Buffer.from(name) });
    expect(status, name).toBe(200);
    const { resourceKey, resourceName } = body.deployments[0].resource;
    // The folders of a sender are nobody's business, and are left out.
    expect(name.endsWith(resourceName), resourceName).toBe(true);
    expect((await server.get(`/v2/resources/${resourceKey}/content`)).body).toBe(name);
  }
  expect(await readdir(store.dataFolder)).toEqual(before);
});

it('F43: should hand out no file beside those of the web app', async () => {
  const ups = ['..', '%2e%2e', '.%2e', '..%2f..', '..%5c..', '%252e%252e', '..%00'];
  for (const up of ups)
    for (const folder of ['', 'assets/', 'api-docs/', 'v2/', 'ext/']) {
      for (const file of ['package.json', 'etc/passwd']) {
        const { status, text } = await get(`/${folder}${`${up}/`.repeat(8)}${file}`);
        expect(text, `${up} ${folder}`).not.toMatch(/root:x:|"name": "/);
        expect([200, 400, 403, 404], `${up} ${folder}`).toContain(status);
      }
    }
});
