import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../src/verify.ts';
import { drive } from './crash-driver.ts';
import type { DrivenModel } from './crash-driver.ts';
import { crashingDatabase, crashModes } from './crashing-database.ts';
import type { CrashMode } from './crashing-database.ts';
import { fixture } from './fixture.ts';
import { outcomeOf } from './run-outcome.ts';
import type { RunOutcome } from './run-outcome.ts';
import { createTestStore, dialects, openTestRuntime } from './test-runtime.ts';
import type { TestRuntime, TestStore } from './test-runtime.ts';

const models: readonly DrivenModel[] = [
  { fixture: 'parallel-gateway', processes: ['parallel-gateway'] },
  { fixture: 'call-activity', processes: ['caller'] },
  { fixture: 'multi-instance-parallel', processes: ['multi-instance-parallel'] },
  { fixture: 'catch-timer', processes: ['catch-timer'] },
  { fixture: 'event-based-gateway', processes: ['event-based-gateway'], getsMessages: true },
  { fixture: 'throw-compensation', processes: ['throw-compensation'] },
  { fixture: 'send-and-receive', processes: ['receiver', 'sender'] },
  { fixture: 'compensation-nested', processes: ['compensation-nested'] },
  { fixture: 'inclusive-gateway', processes: ['inclusive-gateway'] },
  { fixture: 'throw-signal', processes: ['waiter', 'thrower'] },
];

describe.each(dialects)('a server on %s that fails at a call to its store', (dialect) => {
  // Each call on SQLite; a round trip of PostgreSQL is dear, and a sample of the calls shows the same.
  const stride = dialect === 'sqlite' ? 1 : 9;
  let store: TestStore;
  let runtime: TestRuntime;
  let runs = 0;
  beforeAll(async () => {
    store = await createTestStore(dialect);
    // Only deploys; every run has a server of its own on the same database.
    runtime = await openTestRuntime(store);
  });
  afterAll(async () => {
    await runtime.close();
    await store.drop();
  });

  /** One run that fails at call `at`, unless it ends without coming so far. */
  const run = async (
    model: DrivenModel,
    at: number,
    mode: CrashMode,
  ): Promise<{ readonly outcome: RunOutcome; readonly hasFailed: boolean }> => {
    const { database, clock } = runtime;
    const runId = `run${(runs += 1)}x`;
    const [before] = await database.rows<{ next: number }>(`SELECT next FROM key_blocks WHERE name = 'keys'`);
    const crashing = crashingDatabase(database, at, mode);
    await drive(database, crashing, clock, model, runId);
    const outcome = await outcomeOf(database, (before?.next ?? 0) - 1, runId);
    return { outcome, hasFailed: crashing.hasStruck() };
  };

  it.each(models)(
    'should bring $fixture to the same end, whichever call it is',
    async (model) => {
      await runtime.deploy(fixture(model.fixture));
      const { outcome: expected } = await run(model, Infinity, 'before');
      expect(expected.instances.length).toBeGreaterThanOrEqual(model.processes.length);
      for (const mode of crashModes) {
        let failures = 0;
        for (let at = 1; ; at += stride) {
          const { outcome, hasFailed } = await run(model, at, mode);
          expect(outcome, `${mode} at call ${at}`).toEqual(expected);
          if (!hasFailed) break;
          failures += 1;
        }
        expect(failures, mode).toBeGreaterThan(dialect === 'sqlite' ? 1 : 0);
      }
      expect((await verify(runtime.database)).violations).toEqual([]);
    },
    120_000,
  );
});
