import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Key, Variables } from '@baton/engine';
import { pino } from 'pino';
import { afterOnMachine } from '../src/runtime/clock.ts';
import type { Clock } from '../src/runtime/clock.ts';
import { createRuntime } from '../src/runtime/create-runtime.ts';
import type { Runtime, RuntimeOptions } from '../src/runtime/create-runtime.ts';
import { deployFiles } from '../src/runtime/deployment/deploy-files.ts';
import type { UploadedFile } from '../src/runtime/deployment/prepared-resource.ts';
import { instanceTask, startTask } from '../src/runtime/instance-commands.ts';
import { openDatabase } from '../src/store/open-database.ts';
import { createTestDatabase } from './postgres.ts';

/** A clock that stands still until it is told to go on. */
export interface TestClock extends Clock {
  advance(ms: number): void;
}

export const testClock = (startMs = Date.parse('2030-01-01T00:00:00Z')): TestClock => {
  let now = startMs;
  return { nowMs: () => now, after: afterOnMachine, advance: (ms) => void (now += ms) };
};

/** Where a test keeps its data: an own SQLite folder, or an own database on the run's PostgreSQL. */
export interface TestStore {
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
  readonly drop: () => Promise<void>;
}

export const dialects = ['sqlite', 'postgresql'] as const;
export type Dialect = (typeof dialects)[number];

export const createTestStore = async (dialect: Dialect): Promise<TestStore> => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'baton-test-'));
  const removeFolder = (): Promise<void> => rm(dataFolder, { recursive: true, force: true });
  if (dialect === 'sqlite') return { databaseUrl: null, dataFolder, drop: removeFolder };
  const database = await createTestDatabase();
  return {
    databaseUrl: database.url,
    dataFolder,
    drop: async () => {
      await database.drop();
      await removeFolder();
    },
  };
};

/** A runtime without a scheduler of its own: tests call `scheduler.tick()`. */
export interface TestRuntime extends Runtime {
  readonly clock: TestClock;
  deploy(...files: readonly UploadedFile[]): Promise<Key[]>;
  start(processId: string, variables?: Variables): Promise<Key>;
  cancel(key: Key): Promise<void>;
  /** Lets time pass and does what came due. */
  advance(ms: number): Promise<void>;
  close(): Promise<void>;
}

export const openTestRuntime = async (
  store: TestStore,
  clock: TestClock = testClock(),
  settings: Pick<RuntimeOptions, 'budget' | 'scripts' | 'pollMs' | 'historyTimeToLive' | 'notifier'> = {},
): Promise<TestRuntime> => {
  const database = await openDatabase(store);
  const log = pino({ level: process.env['BATON_TEST_LOG'] ?? 'silent' });
  const runtime = createRuntime({ database, clock, log, ...settings });
  return {
    ...runtime,
    clock,
    deploy: async (...files) => {
      const { items } = await deployFiles(runtime, files);
      return items.map((item) => item.row.key as Key);
    },
    start: async (processId, variables = {}) => {
      const process = { processId, version: { latest: true } } as const;
      const started = await runtime.pipeline.submit(
        startTask({ process, variables, businessId: null, tags: [], actor: null }),
      );
      return started.processInstanceKey;
    },
    cancel: async (key) => {
      await runtime.pipeline.submit(instanceTask('CANCEL', key, { type: 'cancel-instance' }, null));
    },
    advance: async (ms) => {
      clock.advance(ms);
      await runtime.scheduler.tick();
    },
    close: async () => {
      await runtime.stop();
      await database.close();
    },
  };
};
