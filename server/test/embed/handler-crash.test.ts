import type { Key } from '@baton/engine';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handleJobs } from '../../src/embed/handle-jobs.ts';
import { createRuntime } from '../../src/runtime/create-runtime.ts';
import type { Runtime } from '../../src/runtime/create-runtime.ts';
import { startTask } from '../../src/runtime/instance-commands.ts';
import { withStatements } from '../../src/runtime/with-statements.ts';
import type { Database } from '../../src/store/database.ts';
import { verify } from '../../src/verify.ts';
import { crashingDatabase, crashModes } from '../crashing-database.ts';
import type { CrashMode } from '../crashing-database.ts';
import { serviceModel } from '../fixture.ts';
import { createTestStore, dialects, openTestRuntime } from '../test-runtime.ts';
import type { TestRuntime, TestStore } from '../test-runtime.ts';

const instances = 3;
const log = pino({ level: process.env['BATON_TEST_LOG'] ?? 'silent' });

describe.each(dialects)('a handler whose server on %s fails at a call to its store', (dialect) => {
  // Each call on SQLite; a round trip of PostgreSQL is dear, and a sample of the calls shows the same.
  const stride = dialect === 'sqlite' ? 1 : 3;
  let store: TestStore;
  let runtime: TestRuntime;
  let runs = 0;
  beforeAll(async () => {
    store = await createTestStore(dialect);
    // Deploys, and looks from outside; every run has a server of its own on the same database.
    runtime = await openTestRuntime(store);
    await runtime.deploy(serviceModel('counted'));
    const sql = 'CREATE TABLE booked (job_key TEXT, run TEXT)';
    const nothing = { name: 'create', run: () => Promise.resolve(null) };
    await runtime.pipeline.submit(withStatements(nothing, [{ sql, values: [], rows: null }]));
  });
  afterAll(async () => {
    await runtime.close();
    await store.drop();
  });

  const keysOf = async (runId: string): Promise<readonly Key[]> =>
    (await runtime.database.rows<{ key: Key }>('SELECT key FROM process_instances WHERE business_id = ?', [runId])).map(
      ({ key }) => key,
    );
  const startOf = (runId: string, n: number) => ({
    ...startTask({
      process: { processId: 'counted', version: { latest: true } },
      variables: { n },
      businessId: runId,
      tags: [],
      actor: null,
    }),
    idempotency: { id: `${runId}-${n}`, fingerprint: runId },
  });

  /** A server with a handler that books every job once. */
  const open = (database: Database, runId: string): { readonly own: Runtime; close(): Promise<void> } => {
    const own = createRuntime({ database, clock: runtime.clock, log });
    const handling = handleJobs(
      own,
      'counted',
      ({ jobKey }, { transaction }) =>
        transaction.run('INSERT INTO booked (job_key, run) VALUES (?, ?)', [jobKey, runId]),
      { timeoutMs: 20_000, maxActive: 2, onTrouble: () => undefined },
    );
    return {
      own,
      close: async () => {
        await handling.stop(0);
        await own.stop();
      },
    };
  };

  /** Starts instances, and goes on until all are completed, whatever fails; whether the call was reached at all. */
  const run = async (at: number, mode: CrashMode, runId: string): Promise<boolean> => {
    const crashing = crashingDatabase(runtime.database, at, mode);
    let isReplaced = false;
    let server = open(crashing, runId);
    try {
      for (let round = 0; round < 200; round += 1) {
        if (!isReplaced && crashing.isDead()) {
          isReplaced = true;
          await server.close();
          server = open(runtime.database, runId);
        }
        for (let n = 0; n < instances; n += 1)
          await server.own.pipeline.submit(startOf(runId, n)).catch(() => undefined);
        const done = await runtime.database.rows(
          `SELECT key FROM process_instances WHERE business_id = ? AND status = 'COMPLETED'`,
          [runId],
        );
        if (done.length === instances) return crashing.hasStruck();
        await new Promise((resolve) => setTimeout(resolve, 10));
        // Locks of a server that died run out.
        if (round % 3 === 2) runtime.clock.advance(10_000);
        await server.own.scheduler.tick().catch(() => undefined);
      }
    } finally {
      await server.close();
    }
    throw new Error(`Expected ${runId} to end.`);
  };

  it.each(crashModes)(
    'should have booked every job once, whichever call it is (%s)',
    async (mode) => {
      let failures = 0;
      for (let at = 1; ; at += stride) {
        const runId = `run-${(runs += 1)}`;
        const hasFailed = await run(at, mode, runId);
        const booked = await runtime.database.rows<{ job_key: string }>('SELECT job_key FROM booked WHERE run = ?', [
          runId,
        ]);
        const keys = await keysOf(runId);
        const completed = await runtime.database.rows<{ key: Key }>(
          `SELECT key FROM jobs WHERE state = 'COMPLETED' AND ${runtime.database.isIn('process_instance_key', 'int')}`,
          [runtime.database.list(keys)],
        );
        expect(booked.map(({ job_key: key }) => key).sort(), `${mode} at call ${at}`).toEqual(
          completed.map(({ key }) => String(key)).sort(),
        );
        expect(completed).toHaveLength(instances);
        if (!hasFailed) break;
        failures += 1;
      }
      expect(failures).toBeGreaterThan(dialect === 'sqlite' ? 4 : 0);
      expect((await verify(runtime.database)).violations).toEqual([]);
    },
    60_000,
  );
});
