import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Clock } from './runtime/clock.ts';
import { createRuntime } from './runtime/create-runtime.ts';
import type { Runtime } from './runtime/create-runtime.ts';
import { createPinnableClock } from './runtime/pinned-clock.ts';
import type { PinnableClock } from './runtime/pinned-clock.ts';
import { findCompany } from './shared-database.ts';
import type { Company } from './shared-database.ts';
import type { Database } from './store/database.ts';
import { openDatabase } from './store/open-database.ts';

/** A runtime on its database; nothing runs by the clock yet. Whoever opened it stops the runtime, then the company, and closes the database. */
export interface OpenedRuntime {
  readonly database: Database;
  readonly runtime: Runtime;
  readonly company: Company;
  readonly serverId: string;
  /** The time as it goes by itself. */
  readonly ownClock: Clock;
  /** The clock of the runtime where it may be set; else null. */
  readonly pinnableClock: PinnableClock | null;
}

/** What of the settings concerns the runtime. */
export type RuntimeConfig = Pick<
  Config,
  | 'dataFolder'
  | 'databaseUrl'
  | 'historyTimeToLive'
  | 'isClockControlled'
  | 'isMultiTenant'
  | 'listenerWaitMs'
  | 'maxWaiting'
  | 'scripts'
>;

/** At once and without a word to anybody who waits: what they asked for is not known to be done. */
const failStop = (error: unknown, log: Logger): never => {
  log.fatal(
    { err: error },
    'The disk failed under the database, so the server stops: what it goes on to say might not be so. Nothing that is not on the disk was answered as done. ' +
      'Look at the disk and at the log of the operating system, then start again; when the database turns out to be damaged, restore the backup.',
  );
  process.exit(1);
};

/** Opens the database that the settings name and puts a runtime on it. `clock` is for tests. */
export const openRuntime = async (config: RuntimeConfig, log: Logger, clock?: Clock): Promise<OpenedRuntime> => {
  const database = await openDatabase(config);
  const serverId = randomUUID();
  const company = await findCompany(database, config.databaseUrl, serverId, log);
  const ownClock = clock ?? company.clock;
  const pinnableClock = config.isClockControlled ? createPinnableClock(ownClock) : null;
  const runtime = createRuntime({
    database,
    clock: pinnableClock ?? ownClock,
    notifier: company.notifier,
    log,
    scripts: config.scripts,
    listenerWaitMs: config.listenerWaitMs,
    maxWaiting: config.maxWaiting,
    historyTimeToLive: config.historyTimeToLive,
    isMultiTenant: config.isMultiTenant,
    failStop: (error) => failStop(error, log),
  });
  return { database, runtime, company, serverId, ownClock, pinnableClock };
};
