import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BpmnError, FailedStatement, openBaton } from '../../src/index.ts';
import type { Baton, HandleOptions, JobHandler } from '../../src/index.ts';
import { verify } from '../../src/verify.ts';
import { model } from '../fixture.ts';
import { createTestStore, dialects } from '../test-runtime.ts';
import type { TestStore } from '../test-runtime.ts';

const handled = model(
  'handled',
  `<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="work"/>
   <bpmn:serviceTask id="work"><bpmn:extensionElements><zeebe:taskDefinition type="=kind"/></bpmn:extensionElements></bpmn:serviceTask>
   <bpmn:sequenceFlow id="f2" sourceRef="work" targetRef="e"/><bpmn:endEvent id="e"/>
   <bpmn:boundaryEvent id="declined" attachedToRef="work"><bpmn:errorEventDefinition errorRef="err"/></bpmn:boundaryEvent>
   <bpmn:sequenceFlow id="f3" sourceRef="declined" targetRef="e2"/><bpmn:endEvent id="e2"/>`,
  '<bpmn:error id="err" errorCode="DECLINED"/>',
);

describe.each(dialects)('a program that embeds Baton on %s', (dialect) => {
  let store: TestStore;
  let baton: Baton;
  beforeAll(async () => {
    store = await createTestStore(dialect);
    const place = store.databaseUrl === null ? { dataFolder: store.dataFolder } : { databaseUrl: store.databaseUrl };
    baton = await openBaton(place);
    await baton.deploy(handled);
    await baton.transaction((transaction) => {
      transaction.run('CREATE TABLE ledger (id TEXT PRIMARY KEY, amount INTEGER NOT NULL, note TEXT)');
      transaction.run("INSERT INTO ledger VALUES ('account', 100, 'what? a \"?\" -- ?')");
    });
  });
  afterAll(async () => {
    expect((await verify(baton.runtime.database)).violations).toEqual([]);
    await baton.stop();
    await store.drop();
  });

  const ledger = async (like: string): Promise<{ id: string; amount: number }[]> =>
    baton.read('SELECT id, amount FROM ledger WHERE id LIKE ? ORDER BY id', [like]);
  const start = (kind: string, variables: object = {}): Promise<string> =>
    baton.start('handled', { kind, ...variables });
  const stateOf = async (key: string): Promise<string | undefined> =>
    (await baton.read<{ status: string }>('SELECT status FROM process_instances WHERE key = ?', [Number(key)]))[0]
      ?.status;
  const jobOf = async (key: string): Promise<{ retries: number; error_message: string | null }> => {
    const sql = 'SELECT retries, error_message FROM jobs WHERE process_instance_key = ?';
    const [job] = await baton.read<{ retries: number; error_message: string | null }>(sql, [Number(key)]);
    if (job === undefined) throw new Error('Expected a job.');
    return job;
  };
  /** Handles jobs of a kind until `done`; what went wrong meanwhile. */
  const whileHandling = async <V extends object>(
    kind: string,
    handler: JobHandler<V>,
    done: () => Promise<void>,
    options: HandleOptions = {},
  ): Promise<unknown[]> => {
    const trouble: unknown[] = [];
    const handling = baton.handle<V>(kind, handler, { onTrouble: (error) => trouble.push(error), ...options });
    try {
      await done();
    } finally {
      await handling.stop();
    }
    return trouble;
  };
  const ended = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await expect.poll(() => stateOf(key), { interval: 5, timeout: 10_000 }).toBe('COMPLETED');
  };

  it('should write what a handler writes with the step that completes its job', async () => {
    const keys = await Promise.all([1, 2, 3].map((n) => start('pay', { n })));
    const trouble = await whileHandling<{ n: number }>(
      'pay',
      async ({ variables: { n } }, { transaction }) => {
        await Promise.resolve();
        transaction.run('INSERT INTO ledger (id, amount) VALUES (?, ?)', [`pay-${n}`, n]);
        transaction.run('UPDATE ledger SET amount = amount - ? WHERE id = ?', [n, 'account'], { rows: 1 });
        return { paid: true };
      },
      () => ended(...keys),
    );
    expect(trouble).toEqual([]);
    expect(await ledger('pay-%')).toEqual([1, 2, 3].map((n) => ({ id: `pay-${n}`, amount: n })));
    expect(await ledger('account')).toEqual([{ id: 'account', amount: 94 }]);
    const sql = "SELECT value FROM variables WHERE process_instance_key = ? AND name = 'paid'";
    expect(await baton.read(sql, [Number(keys[0])])).toEqual([{ value: 'true' }]);
  });

  it('should fail the jobs whose statements fail, and none of their neighbors', async () => {
    const wanted = Array.from({ length: 12 }, (_, n) => ({ n, id: n % 4 === 3 ? 'account' : `neighbor-${n}` }));
    const keys = await Promise.all(wanted.map((each) => start('neighbors', each)));
    let waiting = 0;
    let together = (): void => undefined;
    const all = new Promise<void>((resolve) => (together = resolve));
    const trouble = await whileHandling<{ id: string }>(
      'neighbors',
      async ({ variables: { id } }, { transaction }) => {
        transaction.run('INSERT INTO ledger (id, amount) VALUES (?, 1)', [id]);
        // All of them in one batch, or nearly so.
        if ((waiting += 1) === wanted.length) together();
        await all;
      },
      async () => {
        await ended(...keys.filter((_key, n) => n % 4 !== 3));
        for (const key of keys.filter((_key, n) => n % 4 === 3))
          await expect.poll(() => jobOf(key), { interval: 5 }).toMatchObject({ retries: 2 });
      },
      { maxActive: 12, retryBackOffMs: 60_000 },
    );
    expect(await ledger('neighbor-%')).toHaveLength(9);
    expect(trouble).toHaveLength(3);
    expect(trouble[0]).toBeInstanceOf(FailedStatement);
    expect((await jobOf(keys[3] ?? '')).error_message).toMatch(
      /^The statement 'INSERT INTO ledger .*' failed: .*unique/i,
    );
    for (const key of [keys[3], keys[7], keys[11]]) await baton.cancel(key ?? '');
  });

  it('should write nothing when another number of rows would change, or when the handler throws', async () => {
    const [short, thrown] = [await start('short'), await start('thrown')];
    const trouble = await whileHandling(
      'short',
      (_job, { transaction }) => {
        transaction.run("INSERT INTO ledger (id, amount) VALUES ('short', 1)");
        transaction.run("UPDATE ledger SET amount = amount - 500 WHERE id = 'account' AND amount >= 500", [], {
          rows: 1,
        });
      },
      () => expect.poll(() => jobOf(short), { interval: 5 }).toMatchObject({ retries: 2 }),
      { retryBackOffMs: 60_000 },
    );
    expect(String(trouble[0])).toContain('FailedStatement');
    await whileHandling(
      'thrown',
      (_job, { transaction }) => {
        transaction.run("INSERT INTO ledger (id, amount) VALUES ('thrown', 1)");
        throw new Error('no ink');
      },
      () => expect.poll(() => jobOf(thrown), { interval: 5 }).toEqual({ retries: 2, error_message: 'no ink' }),
      { retryBackOffMs: 60_000 },
    );
    expect(await ledger('short')).toEqual([]);
    expect(await ledger('thrown')).toEqual([]);
    await baton.cancel(short);
    await baton.cancel(thrown);
  });

  it('should throw a BPMN error in the process', async () => {
    const key = await start('declines');
    const decline = (): never => {
      throw new BpmnError('DECLINED', 'card', { reason: 'limit' });
    };
    expect(await whileHandling('declines', decline, () => ended(key))).toEqual([]);
  });

  it('should fail a job that comes to no JSON', async () => {
    const key = await start('odd');
    const odd = (): object => ({ self: 1n });
    const trouble = await whileHandling(
      'odd',
      odd,
      () => expect.poll(() => jobOf(key), { interval: 5 }).toMatchObject({ retries: 2 }),
      { retryBackOffMs: 60_000 },
    );
    expect(String(trouble[0])).toContain('BigInt');
    await baton.cancel(key);
  });

  it('should extend the lock of a job that takes longer', async () => {
    const key = await start('slow');
    let runs = 0;
    const trouble = await whileHandling(
      'slow',
      async () => {
        runs += 1;
        await new Promise((resolve) => setTimeout(resolve, 1_500));
      },
      () => ended(key),
      { timeoutMs: 400 },
    );
    expect(runs).toBe(1);
    expect(trouble).toEqual([]);
  });

  it('should start with statements that commit with it, once', async () => {
    const options = {
      businessId: 'order-1',
      idempotencyKey: 'order-1',
      transaction: (transaction: Parameters<NonNullable<Parameters<Baton['transaction']>[0]>>[0]) =>
        transaction.run("INSERT INTO ledger (id, amount) VALUES ('order-1', 1)"),
    };
    const key = await baton.start('handled', { kind: 'none' }, options);
    expect(await baton.start('handled', { kind: 'none' }, options)).toBe(key);
    expect(await ledger('order-1')).toHaveLength(1);
    const twice = baton.start(
      'handled',
      { kind: 'none' },
      { ...options, businessId: 'order-2', idempotencyKey: 'order-2' },
    );
    await expect(twice).rejects.toBeInstanceOf(FailedStatement);
    const sql = 'SELECT key FROM process_instances WHERE business_id = ?';
    expect(await baton.read(sql, ['order-2'])).toEqual([]);
    await expect(baton.start('nowhere')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await baton.publish('nobody-waits', { correlationKey: 'a', variables: { a: 1 } });
    await baton.cancel(key);
  });

  it('should refuse statements that do not belong into a transaction', async () => {
    const tried = (sql: string, values: readonly unknown[] = []): Promise<void> =>
      baton.transaction((transaction) => transaction.run(sql, values as never));
    for (const sql of [
      'COMMIT',
      ' /* x */ rollback',
      'PRAGMA foreign_keys = OFF',
      'SELECT 1',
      '-- INSERT\nBEGIN',
      'SET x = 1',
    ])
      await expect(tried(sql), sql).rejects.toThrow('Expected a statement that writes');
    await expect(tried('INSERT INTO ledger VALUES (?, 1)', [{}])).rejects.toThrow('found object');
    for (const sql of [
      "DELETE FROM ledger; COMMIT; INSERT INTO ledger VALUES ('x', 1)",
      'INSERT INTO nowhere VALUES (1)',
      'INSERT INTO ledger VALUES (?, ?)',
    ])
      await expect(tried(sql), sql).rejects.toBeInstanceOf(FailedStatement);
    await expect(baton.read('DELETE FROM ledger')).rejects.toThrow('Expected a statement that reads');
    expect((await ledger('account'))[0]?.amount).toBe(94);
    // The database takes changes as before.
    await tried("DELETE FROM ledger WHERE id = 'nobody'");
  });
});

it('should serve the API beside it where that is asked for', async () => {
  const store = await createTestStore('sqlite');
  const baton = await openBaton({ dataFolder: store.dataFolder, http: { port: 0 } });
  expect((await fetch(`${baton.address}/v2/topology`)).status).toBe(200);
  await baton.stop();
  await store.drop();
});
