import type { Key } from '@baton/engine';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../src/store/open-database.ts';
import { verify } from '../src/verify.ts';
import { completeJob } from './complete.ts';
import { serviceModel } from './fixture.ts';
import { createTestStore, dialects, openTestRuntime } from './test-runtime.ts';
import type { TestRuntime, TestStore } from './test-runtime.ts';

describe.each(dialects)('a newer Baton on the same schema of %s', (dialect) => {
  let store: TestStore;
  let runtime: TestRuntime;
  let isOpen: boolean;
  beforeEach(async () => {
    store = await createTestStore(dialect);
    runtime = await openTestRuntime(store);
    isOpen = true;
  });
  afterEach(async () => {
    if (isOpen) await runtime.close();
    await store.drop();
  });

  /** What a later version may do to a schema that this one works on: columns that may stay empty, tables of its own. */
  const migrateFurther = async (breaking: 0 | 1): Promise<void> => {
    const { knex } = runtime.database;
    for (const table of ['process_instances', 'element_instances', 'jobs', 'variables', 'timers', 'messages'])
      await knex.raw(`ALTER TABLE ${table} ADD COLUMN of_a_later_version text`);
    await knex.raw('CREATE TABLE of_a_later_version (key bigint PRIMARY KEY)');
    await knex('schema_migrations').insert({ id: '9999-later', at: '2030-01-01', breaking });
  };
  /** Starts an instance, does its job, and looks at the instance from the rows. */
  const goThrough = async (): Promise<void> => {
    const key = await runtime.start('one-job');
    const [job] = await runtime.jobWaiters.poll({
      type: 'one-job',
      worker: 'w',
      timeoutMs: 60_000,
      maxJobs: 1,
      fetchVariables: null,
      waitMs: 0,
      isGone: () => false,
    });
    const jobKey = job?.row.key as Key;
    await runtime.pipeline.submit(completeJob(jobKey, { done: true }));
    const [row] = await runtime.database.rows<{ status: string }>('SELECT * FROM process_instances WHERE key = ?', [
      key,
    ]);
    expect(row?.status).toBe('COMPLETED');
  };

  it('should go on working beside it, and start again, as long as what it added does no harm', async () => {
    await runtime.deploy(serviceModel('one-job'));
    // Its statements are prepared from here on, with the columns of now.
    for (let round = 0; round < 3; round += 1) await goThrough();
    await migrateFurther(0);
    for (let round = 0; round < 3; round += 1) await goThrough();
    await runtime.scheduler.tick();
    await runtime.close();
    runtime = await openTestRuntime(store);
    await goThrough();
    expect((await verify(runtime.database)).violations).toEqual([]);
  });

  it('should refuse to start when it could do harm', async () => {
    await migrateFurther(1);
    await runtime.close();
    isOpen = false;
    await expect(openDatabase(store)).rejects.toThrow(/9999-later.*made by a newer one/);
  });
});
