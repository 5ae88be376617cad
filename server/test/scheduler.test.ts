import type { Key } from '@baton/engine';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../src/runtime/clock.ts';
import { instanceTask, ownedTask, updateJobTask } from '../src/runtime/instance-commands.ts';
import type { ActivatedJob } from '../src/runtime/activate-jobs.ts';
import { verify } from '../src/verify.ts';
import { completeJob } from './complete.ts';
import { fixture, model, serviceModel } from './fixture.ts';
import { createTestStore, dialects, openTestRuntime } from './test-runtime.ts';
import type { TestRuntime, TestStore } from './test-runtime.ts';

describe.each(dialects)('the clockwork on %s', (dialect) => {
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
  const states = async (): Promise<string[]> =>
    (await runtime.database.rows<{ status: string }>('SELECT status FROM process_instances ORDER BY key')).map(
      (row) => row.status,
    );
  const poll = (type: string, timeoutMs = 1_000): Promise<readonly ActivatedJob[]> =>
    runtime.jobWaiters.poll({
      type,
      worker: 'w',
      timeoutMs,
      maxJobs: 10,
      fetchVariables: null,
      waitMs: 0,
      isGone: () => false,
    });
  const fail = (jobKey: Key, retries: number, retryBackOffMs: number) =>
    runtime.pipeline.submit(
      ownedTask('FAIL', 'jobs', jobKey, null, (elementInstanceKey) => ({
        type: 'fail-job',
        elementInstanceKey,
        jobKey,
        retries,
        errorMessage: 'no',
        retryBackOffMs,
        variables: {},
      })),
    );
  const jobRow = async () =>
    (
      await runtime.database.rows<{ state: string; worker: string | null; fetchable: number }>(
        'SELECT state, worker, fetchable FROM jobs',
      )
    )[0];

  it('should fire a timer when it is due and not before', async () => {
    await runtime.deploy(fixture('catch-timer'));
    await runtime.start('catch-timer', { pause: 'PT1H' });
    await runtime.advance(3_599_999);
    expect(await states()).toEqual(['ACTIVE']);
    await runtime.advance(1);
    expect(await states()).toEqual(['COMPLETED']);
  });

  it('should fire after a restart what came due meanwhile, once', async () => {
    await runtime.deploy(fixture('boundary-timer-cycle'));
    await runtime.start('boundary-timer-cycle');
    await runtime.close();
    runtime.clock.advance(24 * 3_600_000);
    runtime = await openTestRuntime(store, runtime.clock);
    await runtime.advance(0);
    await runtime.advance(0);
    expect(await runtime.database.rows('SELECT element_id FROM user_tasks')).toEqual([{ element_id: 'handle' }]);
  });

  it('should start by a cycle as often as it says, and go over to the new version', async () => {
    await runtime.deploy(fixture('start-timer-cycle'));
    await runtime.advance(60_000);
    await runtime.advance(60_000);
    expect(await states()).toHaveLength(2);
    await runtime.deploy({ ...fixture('start-timer-cycle'), name: 'renamed.bpmn' });
    for (let minute = 0; minute < 6; minute += 1) await runtime.advance(60_000);
    expect(
      await runtime.database.rows<{ version: number }>('SELECT version FROM process_instances ORDER BY key'),
    ).toEqual([1, 1, 2, 2, 2].map((version) => ({ version })));
    expect(await runtime.database.rows('SELECT key FROM start_timers')).toEqual([]);
  });

  it('should make a job fetchable again when its lock has run out', async () => {
    await runtime.deploy(serviceModel('slow'));
    await runtime.start('slow');
    const [job] = await poll('slow');
    await runtime.advance(999);
    expect(await poll('slow')).toEqual([]);
    await runtime.advance(1);
    expect(await jobRow()).toEqual({ state: 'TIMED_OUT', worker: null, fetchable: 1 });
    const [again] = await poll('slow');
    expect(again?.row.key).toBe(job?.row.key);
    expect(again?.row.retries).toBe(3);
    // The first worker is slow but right: its answer counts.
    const jobKey = job?.row.key as Key;
    await runtime.pipeline.submit(completeJob(jobKey));
    expect(await states()).toEqual(['COMPLETED']);
  });

  it('should hold a lock for longer when asked to', async () => {
    await runtime.deploy(serviceModel('longer'));
    await runtime.start('longer');
    const [job] = await poll('longer');
    const jobKey = job?.row.key as Key;
    await runtime.pipeline.submit(updateJobTask(jobKey, { retries: null, timeoutMs: 5_000 }, null));
    await runtime.advance(4_999);
    expect(await poll('longer')).toEqual([]);
    await runtime.advance(1);
    expect(await poll('longer')).toHaveLength(1);
    await runtime.advance(1_000);
    await expect(
      runtime.pipeline.submit(updateJobTask(jobKey, { retries: null, timeoutMs: 1 }, null)),
    ).rejects.toMatchObject({ code: 'INVALID_STATE' });
  });

  it('should keep a failed job back for as long as its worker asked', async () => {
    await runtime.deploy(serviceModel('pause'));
    await runtime.start('pause');
    const [job] = await poll('pause');
    await fail(job?.row.key as Key, 2, 10_000);
    await runtime.advance(9_999);
    expect(await poll('pause')).toEqual([]);
    await runtime.advance(1);
    expect((await poll('pause'))[0]?.row).toMatchObject({ retries: 2, state: 'FAILED' });
  });

  it('should let an endless loop cost its own instance only, and let it be canceled', async () => {
    await runtime.deploy(fixture('endless-loop'), serviceModel('neighbor'));
    const loop = await runtime.start('endless-loop', { n: 0, limit: 1e9 });
    runtime.scheduler.start();
    for (let n = 0; n < 20; n += 1) await runtime.start('neighbor');
    expect(
      (await runtime.database.rows<{ status: string }>('SELECT status FROM process_instances WHERE key = ?', [loop]))[0]
        ?.status,
    ).toBe('ACTIVE');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const [{ revision } = { revision: 0 }] = await runtime.database.rows<{ revision: number }>(
      'SELECT revision FROM process_instances WHERE key = ?',
      [loop],
    );
    expect(revision).toBeGreaterThan(2);
    await runtime.pipeline.submit(instanceTask('CANCEL', loop, { type: 'cancel-instance' }, null));
    await runtime.scheduler.stop();
    expect(await runtime.database.rows('SELECT key FROM process_instances WHERE continuation IS NOT NULL')).toEqual([]);
  });

  it('should wake up by itself for what comes due', async () => {
    await runtime.close();
    const systemTime = { ...systemClock, advance: () => undefined };
    // It looks by itself once a minute only: what comes due earlier is done because of the hints that it was given, on a busy machine too.
    runtime = await openTestRuntime(store, systemTime, { pollMs: 60_000 });
    await runtime.deploy(
      fixture('catch-timer'),
      model(
        'soon',
        '<bpmn:startEvent id="s"><bpmn:timerEventDefinition><bpmn:timeDuration>PT0.2S</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:startEvent><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="e"/><bpmn:endEvent id="e"/>',
      ),
    );
    runtime.scheduler.start();
    await runtime.start('catch-timer', { pause: 'PT0.3S' });
    const before = Date.now();
    while ((await states()).filter((state) => state === 'COMPLETED').length < 2 && Date.now() < before + 20_000)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await states()).filter((state) => state === 'COMPLETED')).toHaveLength(2);
    await runtime.scheduler.stop();
  });
});
