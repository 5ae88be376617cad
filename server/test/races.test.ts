import type { Key } from '@baton/engine';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Runtime } from '../src/runtime/create-runtime.ts';
import { fireTimerTask } from '../src/runtime/due-tasks.ts';
import { instanceTask } from '../src/runtime/instance-commands.ts';
import { correlateMessage } from '../src/runtime/messages.ts';
import { Refusal } from '../src/runtime/refusal.ts';
import { defaultTenant } from '../src/default-tenant.ts';
import type { TimerRow } from '../src/store/tables/timers.ts';
import { verify } from '../src/verify.ts';
import { completeJob, completeUserTask } from './complete.ts';
import { fixture } from './fixture.ts';
import { openStormServers } from './storm/storm-servers.ts';
import type { StormServers } from './storm/storm-servers.ts';
import { createTestStore, dialects } from './test-runtime.ts';
import type { TestStore } from './test-runtime.ts';
import { pause } from './test-worker.ts';

/** How many instances are raced for at the same time, so that their commands meet in batches. */
const atOnce = 50;
/** How much earlier one side may begin, milliseconds: about as long as a batch takes. */
const maxHeadStartMs = 15;

describe.each(dialects)('races on %s', (dialect) => {
  const rounds = dialect === 'sqlite' ? 250 : 150;
  let store: TestStore;
  let servers: StormServers;
  beforeEach(async () => {
    store = await createTestStore(dialect);
    servers = await openStormServers(store, dialect === 'sqlite' ? 1 : 2);
  });
  afterEach(async () => {
    expect((await verify(servers.database)).violations).toEqual([]);
    await servers.close();
    await store.drop();
  });

  const rows = <T>(sql: string, key: Key): Promise<T[]> => servers.database.rows<T>(sql, [key]);
  const statusOf = async (key: Key): Promise<string | undefined> =>
    (await rows<{ status: string }>('SELECT status FROM process_instances WHERE key = ?', key))[0]?.status;
  const keysOf = async (table: 'jobs' | 'user_tasks', key: Key): Promise<Map<string, Key>> => {
    const found = await rows<{ key: Key; element_id: string }>(
      `SELECT key, element_id FROM ${table} WHERE process_instance_key = ?`,
      key,
    );
    return new Map(found.map((row) => [row.element_id, row.key]));
  };
  const workOn = (runtime: Runtime, jobKey: Key | undefined): Promise<null> => {
    if (jobKey === undefined) throw new Error('Expected a job.');
    return runtime.pipeline.submit(completeJob(jobKey));
  };
  const completeTask = (runtime: Runtime, userTaskKey: Key | undefined): Promise<null> => {
    if (userTaskKey === undefined) throw new Error('Expected a user task.');
    return runtime.pipeline.submit(completeUserTask(userTaskKey));
  };

  /** Whether it was done; false where it came too late. */
  const wins = (deed: Promise<unknown>): Promise<boolean> =>
    deed.then(
      () => true,
      (error: unknown) => {
        if (error instanceof Refusal && error.code === 'NOT_FOUND') return false;
        throw error;
      },
    );

  type Side = (runtime: Runtime) => Promise<unknown>;
  /**
   * Lets two sides race for each of many instances, on two servers where there are two, and tells the outcome of each. For two of each round they do not
   * race: one side is done before the other begins, so that each side is seen to win when it is first.
   */
  const race = async <Facts>(
    processId: string,
    sidesOf: (key: Key) => Promise<readonly [Side, Side]>,
    factsOf: (key: Key) => Promise<Facts>,
  ): Promise<Map<string, number>> => {
    await servers.deploy(fixture(processId));
    const outcomes = new Map<string, number>();
    const [near] = servers.runtimes;
    const far = servers.runtimes.at(-1) ?? near;
    for (let round = 0; round < rounds; round += atOnce) {
      const keys = await Promise.all(Array.from({ length: atOnce }, () => servers.start(processId)));
      const sides = await Promise.all(keys.map(async (key) => ({ key, both: await sidesOf(key) })));
      // What waits for an hour is due.
      servers.clock.advance(3_600_000);
      await Promise.all(
        sides.map(async ({ key, both: [left, right] }, index) => {
          const begins = async (side: Side, runtime: Runtime): Promise<boolean> => {
            await pause(Math.random() * maxHeadStartMs);
            return wins(side(runtime));
          };
          const won: boolean[] = [];
          if (index === 0) won.push(await wins(left(near)), await wins(right(far)));
          else if (index === 1) won.push(...[await wins(right(far)), await wins(left(near))].reverse());
          else won.push(...(await Promise.all([begins(left, near), begins(right, far)])));
          const outcome = JSON.stringify([...won, await factsOf(key)]);
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        }),
      );
    }
    expect([...outcomes.values()].reduce((sum, count) => sum + count, 0)).toBe(rounds);
    return outcomes;
  };
  const expectOnly = (outcomes: Map<string, number>, ...legal: readonly unknown[]): void => {
    for (const outcome of outcomes.keys()) expect(legal.map((each) => JSON.stringify(each))).toContain(outcome);
  };
  /** Each of these, and nothing else. */
  const expectAll = (outcomes: Map<string, number>, ...legal: readonly unknown[]): void => {
    expect([...outcomes.keys()].sort()).toEqual(legal.map((each) => JSON.stringify(each)).sort());
  };

  it('should join once when the last two branches are completed at the same time', async () => {
    const outcomes = await race(
      'parallel-gateway',
      async (key) => {
        const jobs = await keysOf('jobs', key);
        await workOn(servers.runtimes[0], jobs.get('a'));
        return [(runtime) => workOn(runtime, jobs.get('b')), (runtime) => workOn(runtime, jobs.get('c'))];
      },
      async (key) => {
        const passed = "SELECT key FROM element_instances WHERE element_id IN ('j', 'e') AND process_instance_key = ?";
        return [await statusOf(key), (await rows(passed, key)).length];
      },
    );
    expectOnly(outcomes, [true, true, ['COMPLETED', 2]]);
  });

  it('should either complete a job or fire the timer on it', async () => {
    const outcomes = await race(
      'boundary-timer',
      async (key) => {
        const jobs = await keysOf('jobs', key);
        const [timer] = await rows<TimerRow>('SELECT * FROM timers WHERE process_instance_key = ?', key);
        if (timer === undefined) throw new Error('Expected a timer.');
        return [
          (runtime) => workOn(runtime, jobs.get('work')),
          (runtime) => runtime.pipeline.submit(fireTimerTask(timer)),
        ];
      },
      async (key) => [await statusOf(key), (await keysOf('user_tasks', key)).size],
    );
    expectAll(outcomes, [true, false, ['COMPLETED', 0]], [false, true, ['ACTIVE', 1]]);
  });

  it('should either correlate a message or cancel the instance that waits for it', async () => {
    const outcomes = await race(
      'catch-message',
      async (key) => {
        const [waits] = await rows<{ correlation_key: string }>(
          'SELECT correlation_key FROM message_subscriptions WHERE process_instance_key = ?',
          key,
        );
        const correlationKey = waits?.correlation_key ?? '';
        const message = { tenantId: defaultTenant, name: 'paid', correlationKey, variables: {} };
        return [
          (runtime) =>
            runtime.pipeline.submit({ name: 'correlate-message', run: (batch) => correlateMessage(batch, message) }),
          async (runtime) => {
            // The message has to be looked for first, with others of its batch.
            await pause(Math.random() * 6 * maxHeadStartMs);
            return runtime.pipeline.submit(instanceTask('CANCEL', key, { type: 'cancel-instance' }, null));
          },
        ];
      },
      statusOf,
    );
    expectAll(outcomes, [true, false, 'COMPLETED'], [false, true, 'TERMINATED']);
  });

  it('should end once when one branch terminates all while the other one is completed', async () => {
    const outcomes = await race(
      'terminate-in-process',
      async (key) => {
        const tasks = await keysOf('user_tasks', key);
        return [(runtime) => completeTask(runtime, tasks.get('a')), (runtime) => completeTask(runtime, tasks.get('b'))];
      },
      async (key) => [
        await statusOf(key),
        ...(
          await rows<{ state: string }>(
            "SELECT state FROM user_tasks WHERE element_id = 'b' AND process_instance_key = ?",
            key,
          )
        ).map(({ state }) => state),
      ],
    );
    expectAll(outcomes, [true, true, ['COMPLETED', 'COMPLETED']], [true, false, ['COMPLETED', 'CANCELED']]);
  });
});
