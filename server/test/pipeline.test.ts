import type { Key } from '@baton/engine';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instanceTask } from '../src/runtime/instance-commands.ts';
import { verify } from '../src/verify.ts';
import { completeJob } from './complete.ts';
import { fixture, serviceModel } from './fixture.ts';
import { createTestStore, dialects, openTestRuntime } from './test-runtime.ts';
import type { TestRuntime, TestStore } from './test-runtime.ts';

const setVariable = (key: Key, name: string, value: number) =>
  instanceTask(
    'UPDATE',
    key,
    { type: 'set-variables', scopeKey: key, variables: { [name]: value }, local: true },
    null,
  );

describe.each(dialects)('the command pipeline on %s', (dialect) => {
  let store: TestStore;
  let runtime: TestRuntime;
  beforeEach(async () => {
    store = await createTestStore(dialect);
    runtime = await openTestRuntime(store);
  });
  afterEach(async () => {
    expect((await verify(runtime.database)).violations).toEqual([]);
    await runtime.close();
    await store.drop();
  });

  it('should not let a refused or a failing command harm its neighbors', async () => {
    await runtime.deploy(serviceModel('p'));
    const results = await Promise.allSettled([
      runtime.start('p'),
      runtime.start('unknown'),
      runtime.pipeline.submit({ name: 'bug', run: () => Promise.reject(new Error('a bug in the server')) }),
      runtime.start('p'),
    ]);
    const survivors = results.filter((result) => result.status === 'fulfilled');
    expect(results[1]).toMatchObject({ status: 'rejected', reason: { code: 'NOT_FOUND' } });
    expect(results[2]).toMatchObject({ status: 'rejected', reason: { code: 'INTERNAL' } });
    expect(survivors).toHaveLength(2);
    expect(await runtime.database.rows('SELECT key FROM process_instances')).toHaveLength(2);
  });

  it('should answer with an internal error when the engine throws, and go on with the stored state', async () => {
    await runtime.deploy(serviceModel('p'));
    const key = await runtime.start('p');
    const healthy = await runtime.start('p');
    // As a bug in the engine would: it throws in the middle of a step of this instance.
    const bug = runtime.pipeline.submit({
      name: 'bug',
      run: async (batch) => {
        const instance = await batch.instance(key);
        if (instance === null) return null;
        instance.state.elements.get = () => {
          throw new Error('a bug in the engine');
        };
        return setVariable(key, 'lost', 1).run(batch);
      },
    });
    const [broken, neighbor] = await Promise.allSettled([
      bug,
      runtime.pipeline.submit(setVariable(healthy, 'fine', 1)),
    ]);
    expect(broken).toMatchObject({ status: 'rejected', reason: { code: 'INTERNAL' } });
    expect(neighbor.status).toBe('fulfilled');
    await runtime.pipeline.submit(setVariable(key, 'after', 1));
    expect(await runtime.database.rows('SELECT name FROM variables ORDER BY key')).toEqual([
      { name: 'fine' },
      { name: 'after' },
    ]);
  });

  it('should decide many commands of one instance in one transaction, in their order', async () => {
    await runtime.deploy(serviceModel('p'));
    const key = await runtime.start('p');
    await Promise.all(Array.from({ length: 50 }, (_, n) => runtime.pipeline.submit(setVariable(key, 'n', n))));
    expect(await runtime.database.rows(`SELECT value FROM variables WHERE name = 'n'`)).toEqual([{ value: '49' }]);
    expect(await runtime.database.rows('SELECT revision FROM process_instances')).toEqual([{ revision: 51 }]);
  });

  it('should refuse with a code when too many commands wait and while it stops', async () => {
    await runtime.deploy(serviceModel('p'));
    const many = await Promise.allSettled(Array.from({ length: 10_500 }, () => runtime.start('unknown')));
    const codes = new Set(
      many.map((result) => (result.status === 'rejected' ? (result.reason as { code: string }).code : 'ok')),
    );
    expect(codes).toEqual(new Set(['NOT_FOUND', 'RESOURCE_EXHAUSTED']));
    const last = runtime.start('p');
    await runtime.stop();
    expect(await last).toBeGreaterThan(0);
    await expect(runtime.start('p')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('should let exactly one of two completions of a job win', async () => {
    await runtime.deploy(fixture('parallel-gateway'));
    for (let round = 0; round < 20; round += 1) await runtime.start('parallel-gateway');
    const jobs = await runtime.database.rows<{ key: Key }>('SELECT key FROM jobs');
    const results = await Promise.allSettled(
      jobs.flatMap(({ key }) => [runtime.pipeline.submit(completeJob(key)), runtime.pipeline.submit(completeJob(key))]),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(60);
    expect(await runtime.database.rows(`SELECT key FROM process_instances WHERE status = 'COMPLETED'`)).toHaveLength(
      20,
    );
  });
});

describe('two servers on one PostgreSQL', () => {
  it('should change the same instances without losing or doubling anything', async () => {
    const store = await createTestStore('postgresql');
    const servers = [await openTestRuntime(store), await openTestRuntime(store)] as const;
    const [one, two] = servers;
    await one.deploy(fixture('parallel-gateway'));
    const keys = await Promise.all(Array.from({ length: 30 }, () => one.start('parallel-gateway')));
    // All variables of all instances from both sides at once, many conflicts.
    await Promise.all(
      keys.flatMap((key) =>
        servers.flatMap((server, index) =>
          Array.from({ length: 5 }, (_, n) => server.pipeline.submit(setVariable(key, `v${index}-${n}`, n))),
        ),
      ),
    );
    expect(await one.database.rows('SELECT key FROM variables')).toHaveLength(300);
    const polls = await Promise.all(
      servers.map((server) =>
        Promise.all(
          ['a', 'b', 'c'].map((type) =>
            server.jobWaiters.poll({
              type,
              worker: 'w',
              timeoutMs: 60_000,
              maxJobs: 30,
              fetchVariables: null,
              waitMs: 0,
              isGone: () => false,
            }),
          ),
        ),
      ),
    );
    const got = polls.flat(2).map((job) => job.row.key as Key);
    expect(new Set(got).size).toBe(got.length);
    expect(got).toHaveLength(90);
    const done = await Promise.allSettled(
      got.flatMap((key) => servers.map((server) => server.pipeline.submit(completeJob(key)))),
    );
    expect(done.filter((result) => result.status === 'fulfilled')).toHaveLength(90);
    expect(await two.database.rows(`SELECT key FROM process_instances WHERE status = 'COMPLETED'`)).toHaveLength(30);
    expect((await verify(one.database)).violations).toEqual([]);
    for (const server of servers) await server.close();
    await store.drop();
  });
});
