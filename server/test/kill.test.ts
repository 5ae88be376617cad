import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectFile } from '../src/project-file.ts';
import { fixture, serviceModel } from './fixture.ts';
import { createTestStore, dialects } from './test-runtime.ts';
import type { TestStore } from './test-runtime.ts';
import { pause } from './test-worker.ts';

const run = promisify(execFile);
const program = projectFile('server/dist/main.js');
const clients = 12;

/** Everything that a server has said yes to, over all its lives. */
interface Acknowledged {
  readonly started: Map<string, string>;
  readonly completedJobs: Set<string>;
  readonly messages: Set<string>;
  /** Idempotency keys of starts that got no answer before the kill: they may or may not have happened. */
  readonly unknown: Set<string>;
}

beforeAll(async () => {
  await run(process.execPath, [projectFile('scripts/build.mjs'), 'engine', 'server']);
});

const settingsOf = (store: TestStore): NodeJS.ProcessEnv => ({
  ...process.env,
  PORT: '0',
  BATON_DATA: store.dataFolder,
  BATON_LOG_LEVEL: 'error',
  ...(store.databaseUrl === null ? {} : { BATON_DATABASE_URL: store.databaseUrl }),
});

const startServer = async (store: TestStore): Promise<{ child: ChildProcess; address: string }> => {
  const child = spawn(process.execPath, [program, 'serve'], {
    env: settingsOf(store),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    const address = /^Baton is ready on (http:\/\/\S+)$/.exec(line)?.[1];
    if (address !== undefined) return { child, address };
  }
  throw new Error('Expected the server to become ready, but it ended.');
};

const post = async (
  address: string,
  path: string,
  body: object,
  headers: Record<string, string> = {},

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test states what it expects of the body
): Promise<any> => {
  const response = await fetch(address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (response.status >= 400) throw new Error(`${path}: ${response.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
};

const deploy = async (address: string): Promise<void> => {
  const form = new FormData();
  for (const { name, content } of [
    serviceModel('kill-service', 'kill-job'),
    fixture('parallel-gateway'),
    fixture('catch-message'),
  ]) {
    form.append('resources', new Blob([new Uint8Array(content)]), name);
  }
  expect((await fetch(`${address}/v2/deployments`, { method: 'POST', body: form })).status).toBe(200);
};

/** Which process a key starts: the same when the start is repeated, and all of them in the first round already. */
const processOf = (key: string): string => {
  const numbers = key.match(/\d+/g)?.map(Number) ?? [];
  const sum = numbers.reduce((total, each) => total + each, 0);
  return ['kill-service', 'parallel-gateway', 'catch-message'][sum % 3] as string;
};

/** One client: starts, works and publishes until its server is gone; remembers only what was acknowledged. */
const client = async (address: string, id: string, known: Acknowledged): Promise<void> => {
  for (let n = 0; ; n += 1) {
    const key = `${id}-${n}`;
    try {
      known.unknown.add(key);
      const processDefinitionId = processOf(key);
      const body = { processDefinitionId, businessId: key, variables: { orderId: key, n } };
      const started = await post(address, '/v2/process-instances', body, { 'idempotency-key': key });
      known.started.set(key, started.processInstanceKey);
      known.unknown.delete(key);
      await post(address, '/v2/messages/publication', { name: 'paid', correlationKey: key, timeToLive: 60_000 });
      if (processDefinitionId === 'catch-message') known.messages.add(key);
      for (const type of ['kill-job', 'a', 'b', 'c']) {
        const { jobs } = await post(address, '/v2/jobs/activation', {
          type,
          timeout: 1_000,
          maxJobsToActivate: 3,
          requestTimeout: -1,
        });
        for (const { jobKey } of jobs) {
          // A lock may have run out while we were slow; then somebody else may have completed the job.
          const isDone = await post(address, `/v2/jobs/${jobKey}/completion`, { variables: { by: id } }).then(
            () => true,
            (error: Error) => (error.message.includes('404') ? false : Promise.reject(error)),
          );
          if (isDone) known.completedJobs.add(jobKey);
        }
      }
    } catch {
      return;
    }
  }
};

/** Looks up everything that was acknowledged, in pages. */
const check = async (address: string, known: Acknowledged): Promise<void> => {
  const pages = function* <T>(all: readonly T[]): Generator<T[]> {
    for (let at = 0; at < all.length; at += 500) yield all.slice(at, at + 500);
  };
  for (const keys of pages([...known.started.values()])) {
    const found = await post(address, '/v2/process-instances/search', {
      filter: { processInstanceKey: { $in: keys } },
      page: { limit: 500 },
    });
    expect(found.items, 'acknowledged starts').toHaveLength(keys.length);
  }
  for (const keys of pages([...known.completedJobs])) {
    const found = await post(address, '/v2/jobs/search', {
      filter: { jobKey: { $in: keys }, state: 'COMPLETED' },
      page: { limit: 500 },
    });
    expect(found.items, 'acknowledged completions').toHaveLength(keys.length);
  }
  for (const keys of pages([...known.messages])) {
    const filter = { businessId: { $in: keys }, processDefinitionId: 'catch-message', state: 'COMPLETED' };
    const found = await post(address, '/v2/process-instances/search', { filter, page: { limit: 500 } });
    expect(found.items, 'acknowledged messages').toHaveLength(keys.length);
  }
  for (const key of known.unknown) {
    const n = Number(key.split('-').at(-1));
    const processDefinitionId = processOf(key);
    const body = { processDefinitionId, businessId: key, variables: { orderId: key, n } };
    const repeated = await post(address, '/v2/process-instances', body, { 'idempotency-key': key });
    const found = await post(address, '/v2/process-instances/search', { filter: { businessId: key } });
    expect(
      found.items.map((item: { processInstanceKey: string }) => item.processInstanceKey),
      'a repeated start',
    ).toEqual([repeated.processInstanceKey]);
    known.started.set(key, repeated.processInstanceKey);
  }
  known.unknown.clear();
};

describe.each(dialects)('a server on %s that is killed under load', (dialect) => {
  // Each life costs the start of a process; PostgreSQL keeps its own promises, so fewer do there.
  const lives = dialect === 'sqlite' ? 20 : 4;

  it(`should have kept everything that it acknowledged, ${lives} times`, async () => {
    const store = await createTestStore(dialect);
    const known: Acknowledged = {
      started: new Map(),
      completedJobs: new Set(),
      messages: new Set(),
      unknown: new Set(),
    };
    for (let life = 0; life < lives; life += 1) {
      const { child, address } = await startServer(store);
      try {
        if (life === 0) await deploy(address);
        await check(address, known);
        const work = Promise.all(
          Array.from({ length: clients }, (_, index) => client(address, `l${life}-c${index}`, known)),
        );
        const before = known.completedJobs.size;
        await pause(50 + Math.random() * 500);
        // A busy machine must not make this a test of idle servers.
        while (known.completedJobs.size < before + 6) await pause(20);
        child.kill('SIGKILL');
        await Promise.all([once(child, 'exit'), work]);
      } finally {
        child.kill('SIGKILL');
      }
    }
    const { child, address } = await startServer(store);
    await check(address, known);
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(0);
    const { stdout } = await run(process.execPath, [program, 'verify'], { env: settingsOf(store) });
    expect(stdout).toMatch(/^\d+ process instances, \d+ journal entries, 0 violations$/m);
    expect(known.started.size).toBeGreaterThan(lives * 10);
    expect(known.completedJobs.size).toBeGreaterThan(lives * 5);
    expect(known.messages.size).toBeGreaterThan(lives);
    await store.drop();
  }, 180_000);
});
