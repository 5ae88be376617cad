import type { Key } from '@baton/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownedTask } from '../src/runtime/instance-commands.ts';
import { publishMessage } from '../src/runtime/messages.ts';
import { broadcastSignal } from '../src/runtime/signals.ts';
import { verify } from '../src/verify.ts';
import { decisionFixture, fixture, fixtureNames } from './fixture.ts';
import { createTestStore, dialects, openTestRuntime } from './test-runtime.ts';
import type { TestRuntime, TestStore } from './test-runtime.ts';

/** Whatever any fixture asks for. */
const variables = {
  a: 1,
  b: 2,
  n: 1,
  x: 3,
  amount: 50,
  way: 'a',
  id: 'id-1',
  orderId: 'id-1',
  kind: 'a',
  decision: 'rate-order',
  tries: 3,
  tax: 4,
  order: { total: 10 },
  owner: 'eva',
  groups: ['g'],
  due: '2031-01-01T00:00:00Z',
  outer: 5,
  pause: 'PT1H',
  headline: 'h',
  wantA: true,
  wantB: true,
  fail: true,
  items: [1, 2, 3],
  count: 2,
  again: false,
  wanted: ['a', 'c'],
  enough: false,
  refused: true,
  stopEarly: true,
  result: 'r',
  reason: 'late',
  temperature: 31,
  limit: 3,
  ['__proto__']: 'a variable',
};
const messageNames = ['begin', 'hello', 'answer', 'letter', 'paid', 'news', 'bye', 'stop', 'note', 'order', 'payment'];
const signalNames = ['begin', 'stop', 'go', 'fire', 'alarm'];

const rows = <T>(runtime: TestRuntime, sql: string): Promise<T[]> => runtime.database.rows<T>(sql);
type Open = { key: Key; element_instance_key: Key };

/** Does everything that can be done from outside, in another order each round. */
const actions: readonly ((runtime: TestRuntime) => Promise<unknown>)[] = [
  async (runtime) => {
    for (const { key } of await rows<Open>(runtime, 'SELECT * FROM jobs WHERE fetchable = 1 ORDER BY key')) {
      const task = ownedTask('COMPLETE', 'jobs', key, null, (elementInstanceKey) => ({
        type: 'complete-job',
        elementInstanceKey,
        jobKey: key,
        variables: { done: true, tax: 7 },
      }));
      await runtime.pipeline.submit(task).catch(() => undefined);
    }
  },
  async (runtime) => {
    const open = await rows<Open>(runtime, 'SELECT * FROM user_tasks WHERE end_ms IS NULL ORDER BY key');
    // All at once: they share a transaction.
    await Promise.allSettled(
      open.map(({ key }) =>
        runtime.pipeline.submit(
          ownedTask('COMPLETE', 'user_tasks', key, 'eva', (elementInstanceKey) => ({
            type: 'complete-user-task',
            elementInstanceKey,
            userTaskKey: key,
            variables: { n: 2 },
            action: 'complete',
          })),
        ),
      ),
    );
  },
  (runtime) =>
    Promise.all(
      messageNames.flatMap((name) =>
        ['id-1', ''].map((correlationKey) =>
          runtime.pipeline.submit({
            name,
            run: (batch) =>
              publishMessage(batch, {
                name,
                correlationKey,
                variables: { sum: 1 },
                timeToLiveMs: 60_000,
                messageId: null,
              }),
          }),
        ),
      ),
    ),
  (runtime) =>
    Promise.all(
      signalNames.map((name) =>
        runtime.pipeline.submit({ name, run: (batch) => broadcastSignal(batch, name, { by: name }, null) }),
      ),
    ),
  (runtime) => runtime.advance(3_600_000),
  async (runtime) => {
    for (const { key, element_instance_key: elementInstanceKey } of await rows<Open>(
      runtime,
      `SELECT * FROM jobs WHERE fetchable = 1 ORDER BY key LIMIT 3`,
    )) {
      const task = ownedTask('FAIL', 'jobs', key, null, () => ({
        type: 'fail-job',
        elementInstanceKey,
        jobKey: key,
        retries: 0,
        errorMessage: 'no',
        retryBackOffMs: 0,
        variables: { failed: 1 },
      }));
      await runtime.pipeline.submit(task);
    }
  },
  async (runtime) => {
    for (const { key } of await rows<Open>(runtime, `SELECT * FROM incidents WHERE state = 'ACTIVE' ORDER BY key`)) {
      const task = ownedTask('RESOLVE', 'incidents', key, null, (elementInstanceKey) => ({
        type: 'resolve-incident',
        elementInstanceKey,
        incidentKey: key,
      }));
      await runtime.pipeline.submit(task).catch(() => undefined);
    }
  },
  async (runtime) => {
    for (const { key, element_instance_key: elementInstanceKey } of await rows<Open>(
      runtime,
      'SELECT * FROM jobs WHERE fetchable = 1 ORDER BY key',
    )) {
      const task = ownedTask('THROW', 'jobs', key, null, () => ({
        type: 'throw-job-error',
        elementInstanceKey,
        jobKey: key,
        errorCode: 'KNOWN',
        errorMessage: 'e',
        variables: {},
      }));
      await runtime.pipeline.submit(task).catch(() => undefined);
    }
  },
];

describe.each(dialects)('every model of the project on %s', (dialect) => {
  let store: TestStore;
  let runtime: TestRuntime;
  beforeAll(async () => {
    store = await createTestStore(dialect);
    runtime = await openTestRuntime(store);
  });
  afterAll(async () => {
    await runtime.close();
    await store.drop();
  });

  it('should have as rows after every step exactly what the journal folds to', async () => {
    let seen = 0;
    await runtime.deploy(decisionFixture('business-rule-task'));
    for (const name of fixtureNames()) {
      await runtime.deploy(fixture(name));
      const started = await rows<{ process_id: string }>(
        runtime,
        `SELECT process_id FROM process_definitions WHERE resource_name = '${name}.bpmn' AND is_latest = 1`,
      );
      // A statement is a round trip on PostgreSQL; the steps are the same on both.
      for (let round = 0; round < (dialect === 'sqlite' ? 3 : 1); round += 1) {
        for (const { process_id: processId } of started)
          await runtime.start(processId, variables).catch(() => undefined);
        for (let index = 0; index < actions.length; index += 1) {
          await actions[(index + round * 3) % actions.length]?.(runtime);
        }
        const { violations, instances } = await verify(runtime.database);
        expect(violations, `${name}, round ${round}`).toEqual([]);
        seen = instances;
      }
    }
    expect(seen).toBeGreaterThan(dialect === 'sqlite' ? 150 : 50);
  }, 240_000);

  it('should notice when a row does not fit its journal', async () => {
    const { knex } = runtime.database;
    const [row] = (await knex('variables')
      .select('key', 'value')
      .whereIn('scope_key', knex('process_instances').select('key').where('status', 'ACTIVE'))
      .limit(1)) as { key: number; value: string }[];
    await knex('variables').where({ key: row?.key }).update({ value: '"tampered"' });
    expect((await verify(runtime.database)).violations.join()).toMatch(/tampered.*in the rows/);
    await knex('variables').where({ key: row?.key }).update({ value: row?.value });
    const [entry] = (await knex('journal').select('*').where({ seq: 2 }).limit(1)) as Record<string, unknown>[];
    await knex('journal').where({ process_instance_key: entry?.['process_instance_key'], seq: 2 }).delete();
    expect((await verify(runtime.database)).violations.join()).toMatch(/journal entr/);
    await knex('journal').insert(entry);
  });

  it('should go on after a restart where it was', async () => {
    const before = await verify(runtime.database);
    await runtime.close();
    runtime = await openTestRuntime(store, runtime.clock);
    for (const action of actions) await action(runtime);
    const after = await verify(runtime.database);
    expect(after.violations).toEqual([]);
    expect(after.entries).toBeGreaterThan(before.entries);
  });
});
