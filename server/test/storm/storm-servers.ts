import type { Key } from '@baton/engine';
import { pino } from 'pino';
import type { Notice } from '../../src/runtime/notifier.ts';
import { createRuntime } from '../../src/runtime/create-runtime.ts';
import type { Runtime } from '../../src/runtime/create-runtime.ts';
import { deployFiles } from '../../src/runtime/deployment/deploy-files.ts';
import type { UploadedFile } from '../../src/runtime/deployment/prepared-resource.ts';
import { startTask } from '../../src/runtime/instance-commands.ts';
import type { Database } from '../../src/store/database.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { testClock } from '../test-runtime.ts';
import type { TestClock, TestStore } from '../test-runtime.ts';

/** Servers of one database, under one clock that is moved by hand. */
export interface StormServers {
  readonly runtimes: readonly [Runtime, ...Runtime[]];
  readonly database: Database;
  readonly clock: TestClock;
  /** Keys of the instances that each server has changed since the last call. */
  takeChanged(): readonly ReadonlySet<number>[];
  deploy(...files: readonly UploadedFile[]): Promise<void>;
  /** Starts so many instances, many in one commit. */
  startMany(processId: string, count: number): Promise<void>;
  start(processId: string): Promise<Key>;
  close(): Promise<void>;
}

const startsAtOnce = 2_000;

export const openStormServers = async (store: TestStore, nodes: number): Promise<StormServers> => {
  const clock = testClock();
  const log = pino({ level: process.env['BATON_TEST_LOG'] ?? 'silent' });
  const changed: Set<number>[] = [];
  const open = async (): Promise<Runtime> => {
    const keys = new Set<number>();
    changed.push(keys);
    const publish = ({ processInstanceKeys }: Notice): void => processInstanceKeys.forEach((key) => void keys.add(key));
    const notifier = { publish, subscribe: () => undefined };
    return createRuntime({ database: await openDatabase(store), clock, log, notifier, pollMs: 100 });
  };
  const first = await open();
  const runtimes: [Runtime, ...Runtime[]] = [first];
  while (runtimes.length < nodes) runtimes.push(await open());
  let started = 0;
  const start = async (processId: string): Promise<Key> => {
    const process = { processId, version: { latest: true } } as const;
    // A variable for each of the models that are used; the order is another one every time.
    const variables = { pause: 'PT1H', orderId: `order-${(started += 1)}` };
    const request = { process, variables, businessId: null, tags: [], actor: null };
    return (await first.pipeline.submit(startTask(request))).processInstanceKey;
  };
  return {
    runtimes,
    database: first.database,
    clock,
    takeChanged: () =>
      changed.map((keys) => {
        const taken = new Set(keys);
        keys.clear();
        return taken;
      }),
    deploy: async (...files) => {
      await deployFiles(first, files);
    },
    start,
    startMany: async (processId, count) => {
      for (let left = count; left > 0; left -= startsAtOnce)
        await Promise.all(Array.from({ length: Math.min(left, startsAtOnce) }, () => start(processId)));
    },
    close: async () => {
      await Promise.all(runtimes.map((runtime) => runtime.stop()));
      await Promise.all(runtimes.map(({ database }) => database.close()));
    },
  };
};
