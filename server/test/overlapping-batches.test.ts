import type { Key } from '@baton/engine';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRuntime } from '../src/runtime/create-runtime.ts';
import type { Runtime } from '../src/runtime/create-runtime.ts';
import { deployFiles } from '../src/runtime/deployment/deploy-files.ts';
import { instanceTask, startTask } from '../src/runtime/instance-commands.ts';
import type { Database, WriteResult } from '../src/store/database.ts';
import { openDatabase } from '../src/store/open-database.ts';
import { verify } from '../src/verify.ts';
import { serviceModel } from './fixture.ts';
import { inOrder } from './in-order.ts';
import { createTestStore, dialects, testClock } from './test-runtime.ts';
import type { TestStore } from './test-runtime.ts';

/** A database whose writes can be held back and made to fail. */
interface Brake {
  readonly database: Database;
  /** From now on writes wait. The function that comes back lets them go on, the first one as it says. */
  hold(): (first: 'store' | 'fail' | 'conflict') => void;
}

const brakeOn = (database: Database): Brake => {
  let held: Promise<'store' | 'fail' | 'conflict'> | null = null;
  const write = async (changes: Parameters<Database['write']>[0]): Promise<WriteResult> => {
    const first = held;
    held = null;
    const fate = first === null ? 'store' : await first;
    if (fate === 'fail') throw Object.assign(new Error('the disk is away'), { code: 'SQLITE_IOERR' });
    if (fate === 'conflict') return { ok: false, conflict: { table: 'process_instances', rows: [] } };
    return database.write(changes);
  };
  return {
    database: { ...database, write: inOrder(database, write) },
    hold: () => {
      let release: (first: 'store' | 'fail' | 'conflict') => void = () => undefined;
      held = new Promise((resolve) => (release = resolve));
      return release;
    },
  };
};

/** Long enough for the next batch to be decided while the first one is held. */
const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

describe.each(dialects)('batches that overlap on %s', (dialect) => {
  let store: TestStore;
  let real: Database;
  let brake: Brake;
  let runtime: Runtime;
  beforeEach(async () => {
    store = await createTestStore(dialect);
    real = await openDatabase(store);
    brake = brakeOn(real);
    const clock = testClock();
    runtime = createRuntime({ database: brake.database, clock, log: pino({ level: 'silent' }) });
    await deployFiles(runtime, [serviceModel('p')]);
  });
  afterEach(async () => {
    expect((await verify(real)).violations).toEqual([]);
    await runtime.stop();
    await real.close();
    await store.drop();
  });

  const start = async (): Promise<Key> => {
    const process = { processId: 'p', version: { latest: true } } as const;
    const request = { process, variables: {}, businessId: null, tags: [], actor: null };
    return (await runtime.pipeline.submit(startTask(request))).processInstanceKey;
  };
  const count = (key: Key, value: number): Promise<null> =>
    runtime.pipeline.submit(
      instanceTask(
        'UPDATE',
        key,
        { type: 'set-variables', scopeKey: key, variables: { [`v${String(value)}`]: value }, local: true },
        null,
      ),
    );
  const valuesOf = async (key: Key): Promise<number[]> => {
    const rows = await real.rows<{ value: string }>('SELECT value FROM variables WHERE scope_key = ? ORDER BY key', [
      key,
    ]);
    return rows.map(({ value }) => Number(value));
  };

  it('should decide the next batch upon what the one on its way did, and answer neither before its own is stored', async () => {
    const key = await start();
    const release = brake.hold();
    const answered: string[] = [];
    const first = count(key, 1).then(() => answered.push('first'));
    await aMoment();
    const second = count(key, 2).then(() => answered.push('second'));
    await aMoment();
    expect(answered).toEqual([]);
    release('store');
    await Promise.all([first, second]);
    expect(answered).toEqual(['first', 'second']);
    expect(await valuesOf(key)).toEqual([1, 2]);
  });

  it('should refuse only what could not be stored, and decide again what was decided upon it', async () => {
    const key = await start();
    const release = brake.hold();
    const first = count(key, 1);
    await aMoment();
    const second = count(key, 2);
    const third = start();
    await aMoment();
    release('fail');
    await expect(first).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await Promise.all([second, third]);
    expect(await valuesOf(key)).toEqual([2]);
    await count(key, 3);
    expect(await valuesOf(key)).toEqual([2, 3]);
  });

  it('should try again what met a conflict, before what was decided upon it', async () => {
    const key = await start();
    const release = brake.hold();
    const first = count(key, 1);
    await aMoment();
    const others = [2, 3, 4].map((value) => count(key, value));
    await aMoment();
    release('conflict');
    await Promise.all([first, ...others]);
    expect(await valuesOf(key)).toEqual([1, 2, 3, 4]);
  });
});
