import { pino } from 'pino';
import type { Config } from '../src/config.ts';
import type { UploadedFile } from '../src/runtime/deployment/prepared-resource.ts';
import { defaultScriptSettings } from '../src/runtime/scripts/scripts.ts';
import { serve } from '../src/serve.ts';
import type { RunningServer } from '../src/serve.ts';
import { createTestStore } from './test-runtime.ts';
import type { Dialect, TestStore } from './test-runtime.ts';

/** What came back: status, headers and the body, parsed where it is JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test states what it expects of the body
  readonly body: any;
}

/** A real server on a free port, and a client that speaks HTTP to it. */
export interface TestServer extends RunningServer {
  request(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  deploy(...files: readonly UploadedFile[]): Promise<Answer>;
  /** Stops the server and deletes its data. */
  close(): Promise<void>;
}

/** `settings` replace those of tests; `sharedStore` is one that another server works on, too. */
export const startTestServer = async (
  dialect: Dialect = 'sqlite',
  settings: Partial<Config> = {},
  sharedStore: TestStore | null = null,
): Promise<TestServer> => {
  const store = sharedStore ?? (await createTestStore(dialect));
  const config = {
    ...store,
    port: 0,
    host: '127.0.0.1',
    logLevel: 'silent',
    environment: 'test',
    allowedHosts: [],
    isAuthOn: false,
    isMultiTenant: false,
    isInsecure: false,
    isBehindProxy: false,
    tls: null,
    oidc: null,
    scripts: defaultScriptSettings,
    listenerWaitMs: 10_000,
    maxWaiting: 10_000,
    maxDocumentBytes: 1024 * 1024,
    historyTimeToLive: null,
    isClockControlled: false,
    checkAnswers: true,
    ...settings,
  };
  const server = await serve(config, pino({ level: 'silent' }));
  const send = async (method: string, path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(server.address + path, { method, ...init });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
  const request: TestServer['request'] = (method, path, body, headers = {}) =>
    send(method, path, {
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  return {
    ...server,
    request,
    get: (path) => request('GET', path),
    post: (path, body, headers) => request('POST', path, body, headers),
    deploy: (...files) => {
      const form = new FormData();
      for (const { name, content } of files) form.append('resources', new Blob([new Uint8Array(content)]), name);
      return send('POST', '/v2/deployments', { body: form });
    },
    close: async () => {
      await server.stop();
      if (sharedStore === null) await store.drop();
    },
  };
};
