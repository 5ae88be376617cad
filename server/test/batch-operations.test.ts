import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asKey } from '@baton/engine';
import type { Key } from '@baton/engine';
import {
  cancelBatchOperationTask,
  resumeBatchOperationTask,
  startBatchOperationTask,
  suspendBatchOperationTask,
} from '../src/runtime/batch-operations/change-operation.ts';
import { pieceSize, workBatchOperations } from '../src/runtime/batch-operations/work-batch-operations.ts';
import { startTask } from '../src/runtime/instance-commands.ts';
import { findRow } from '../src/store/searches/find-row.ts';
import type { BatchOperationRow } from '../src/store/tables/batch-operations.ts';
import { verify } from '../src/verify.ts';
import { serviceModel } from './fixture.ts';
import { createTestStore, dialects, openTestRuntime } from './test-runtime.ts';
import type { TestRuntime, TestStore } from './test-runtime.ts';

const count = 300;

/** Nothing runs by the clock here: each round of work is asked for, so that what comes between two is certain. */
describe.each(dialects)('batch operations on %s', (dialect) => {
  let store: TestStore;
  let runtime: TestRuntime;
  beforeEach(async () => {
    store = await createTestStore(dialect);
    runtime = await openTestRuntime(store);
    await runtime.deploy(serviceModel('waiting'));
    const start = startTask({
      process: { processId: 'waiting', version: { latest: true } },
      variables: {},
      businessId: null,
      tags: [],
      actor: null,
    });
    await Promise.all(Array.from({ length: count }, () => runtime.pipeline.submit(start)));
  });
  afterEach(async () => {
    expect((await verify(runtime.database)).violations).toEqual([]);
    await runtime.close();
    await store.drop();
  });

  const everything = { conditions: [], custom: [], anyOf: [] };
  const work = (on: TestRuntime = runtime): Promise<boolean> =>
    workBatchOperations({ ...on, log: { warn: () => undefined, error: () => undefined } as never });
  const cancelAll = (): Promise<Key> =>
    runtime.pipeline.submit(
      startBatchOperationTask({ type: 'CANCEL_PROCESS_INSTANCE', filter: everything, change: null, actor: null }),
    );
  const read = async (key: Key): Promise<BatchOperationRow> =>
    (await findRow(runtime.database, 'batch_operations', key)) as BatchOperationRow;
  const living = async (): Promise<number> =>
    (await runtime.database.rows(`SELECT key FROM process_instances WHERE status = 'ACTIVE'`)).length;
  const items = async (): Promise<Record<string, number>> => {
    const rows = await runtime.database.rows<{ state: string; n: number }>(
      'SELECT state, count(*) AS n FROM batch_operation_items GROUP BY state',
    );
    return Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)]));
  };

  it('should be done piece by piece, rest while suspended, and go on after a restart', async () => {
    const key = await cancelAll();
    expect(await read(key)).toMatchObject({ state: 'CREATED', total: 0 });
    await work();
    expect(await read(key)).toMatchObject({ state: 'ACTIVE', total: count, completed: 0 });
    await work();
    expect(await read(key)).toMatchObject({ state: 'ACTIVE', total: count, completed: pieceSize, failed: 0 });
    expect(await living()).toBe(count - pieceSize);

    await runtime.pipeline.submit(suspendBatchOperationTask(key));
    expect(await work()).toBe(false);
    expect(await read(key)).toMatchObject({ state: 'SUSPENDED', completed: pieceSize });
    await expect(runtime.pipeline.submit(suspendBatchOperationTask(key))).rejects.toMatchObject({
      code: 'INVALID_STATE',
    });
    await runtime.pipeline.submit(resumeBatchOperationTask(key));
    await work();
    expect(await read(key)).toMatchObject({ state: 'ACTIVE', completed: 2 * pieceSize });

    const { clock } = runtime;
    await runtime.close();
    runtime = await openTestRuntime(store, clock);
    await runtime.scheduler.tick();
    expect(await read(key)).toMatchObject({ state: 'COMPLETED', completed: count, failed: 0, is_open: 0 });
    expect(await living()).toBe(0);
    expect(await items()).toEqual({ COMPLETED: count });
    await expect(runtime.pipeline.submit(cancelBatchOperationTask(key))).rejects.toMatchObject({
      code: 'INVALID_STATE',
    });
  });

  it('should leave what is left alone when it is canceled', async () => {
    const key = await cancelAll();
    await work();
    await work();
    await runtime.pipeline.submit(cancelBatchOperationTask(key));
    await runtime.scheduler.tick();
    expect(await read(key)).toMatchObject({ state: 'CANCELED', total: count, completed: pieceSize, is_open: 0 });
    expect(await items()).toEqual({ COMPLETED: pieceSize, CANCELED: count - pieceSize });
    expect(await living()).toBe(count - pieceSize);
  });

  it('should say of what is gone meanwhile that it was skipped', async () => {
    const key = await cancelAll();
    await work();
    const [gone] = await runtime.database.rows<{ item_key: number }>(
      'SELECT item_key FROM batch_operation_items ORDER BY key LIMIT 1',
    );
    await runtime.cancel(asKey(gone?.item_key ?? 0));
    await runtime.scheduler.tick();
    expect(await read(key)).toMatchObject({ state: 'COMPLETED', completed: count, failed: 0 });
    expect(await items()).toEqual({ SKIPPED: 1, COMPLETED: count - 1 });
  });

  if (dialect === 'postgresql')
    it('should be shared by two servers, each item done once', async () => {
      const key = await cancelAll();
      const other = await openTestRuntime(store, runtime.clock);
      try {
        await Promise.all([runtime.scheduler.tick(), other.scheduler.tick()]);
        while ((await read(key)).is_open === 1) await Promise.all([work(), work(other)]);
        expect(await read(key)).toMatchObject({ state: 'COMPLETED', completed: count, failed: 0 });
        // Skipped would be what the other one had done already.
        expect(await items()).toEqual({ COMPLETED: count });
      } finally {
        await other.close();
      }
    });
});
