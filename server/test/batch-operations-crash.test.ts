import { pino } from 'pino';
import { expect, describe, it } from 'vitest';
import { startBatchOperationTask } from '../src/runtime/batch-operations/change-operation.ts';
import { createRuntime } from '../src/runtime/create-runtime.ts';
import { findRow } from '../src/store/searches/find-row.ts';
import { verify } from '../src/verify.ts';
import { crashingDatabase, crashModes } from './crashing-database.ts';
import { serviceModel } from './fixture.ts';
import { createTestStore, dialects, openTestRuntime } from './test-runtime.ts';

const instances = 3;

describe.each(dialects)('a batch operation on %s', (dialect) => {
  it('should do each item once, whichever call to the store fails', async () => {
    const store = await createTestStore(dialect);
    const runtime = await openTestRuntime(store);
    const { database, clock } = runtime;
    await runtime.deploy(serviceModel('waiting'));
    for (const mode of crashModes) {
      for (let at = 1, hasFailed = true; hasFailed; at += 1) {
        const started = [];
        for (let count = 0; count < instances; count += 1) started.push(await runtime.start('waiting'));
        const key = await runtime.pipeline.submit(
          startBatchOperationTask({
            type: 'CANCEL_PROCESS_INSTANCE',
            filter: { conditions: [], custom: [], anyOf: [] },
            change: null,
            actor: null,
          }),
        );
        const crashing = crashingDatabase(database, at, mode);
        const failing = createRuntime({ database: crashing, clock, log: pino({ level: 'silent' }) });
        await failing.scheduler.tick().catch(() => undefined);
        await failing.stop();
        hasFailed = crashing.hasStruck();
        // The claim of a server that died holds for ten seconds.
        await runtime.advance(10_001);
        const where = `${mode} at call ${at}`;
        expect(await findRow(database, 'batch_operations', key), where).toMatchObject({
          state: 'COMPLETED',
          total: instances,
          completed: instances,
          failed: 0,
        });
        // What would have been done a second time would be skipped, because nothing is left to cancel.
        const states = await database.rows('SELECT state FROM batch_operation_items WHERE batch_operation_key = ?', [
          key,
        ]);
        expect(states, where).toEqual(started.map(() => ({ state: 'COMPLETED' })));
        if (!hasFailed) expect(at, 'calls that failed').toBeGreaterThan(3);
      }
    }
    expect((await verify(database)).violations).toEqual([]);
    await runtime.close();
    await store.drop();
  }, 60_000);
});
