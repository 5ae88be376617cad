import type { Logger } from 'pino';
import type { Database } from '../store/database.ts';
import { changedTopics } from './changed-topics.ts';
import type { Clock } from './clock.ts';
import { createDecisions } from './decisions/decisions.ts';
import { createDefinitions } from './definitions.ts';
import type { Definitions } from './definitions.ts';
import { createEventBus } from './event-bus.ts';
import type { EventBus } from './event-bus.ts';
import { createInstanceWatch } from './instance-watch.ts';
import type { InstanceWatch } from './instance-watch.ts';
import { createJobWaiters } from './job-waiters.ts';
import type { JobWaiters } from './job-waiters.ts';
import { createKeyAllocator } from './key-allocator.ts';
import { createInstanceCache } from './live-instance.ts';
import { createOwnerCache } from './owner-cache.ts';
import { createPipeline } from './pipeline.ts';
import type { Pipeline } from './pipeline.ts';
import { createScheduler } from './scheduler.ts';
import type { Scheduler } from './scheduler.ts';
import { createScripts } from './scripts/scripts.ts';
import type { ScriptSettings, Scripts } from './scripts/scripts.ts';

/** The running engine of a server: everything that the API may ask. */
export interface Runtime {
  readonly database: Database;
  readonly clock: Clock;
  readonly definitions: Definitions;
  readonly scripts: Scripts;
  readonly pipeline: Pipeline;
  readonly jobWaiters: JobWaiters;
  readonly watch: InstanceWatch;
  /** How long a request waits for task listeners, milliseconds. */
  readonly listenerWaitMs: number;
  readonly events: EventBus;
  readonly scheduler: Scheduler;
  /** Lets go of waiting callers, finishes what was accepted, stops the clockwork. The database stays open. */
  stop(): Promise<void>;
}

export interface RuntimeOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  /** Queue items that one step may work off. (Default: the engine's, 1,000.) */
  readonly budget?: number;
  /** (Default: on, 100 ms, 16 MB.) */
  readonly scripts?: ScriptSettings;
  /** How often the scheduler looks at the database without a hint, milliseconds. (Default: 1,000.) */
  readonly pollMs?: number;
  /** How long a request waits for task listeners, milliseconds. (Default: 10,000.) */
  readonly listenerWaitMs?: number;
  /** How long ended instances are kept whose process does not say it, a duration of ISO 8601; null for ever. (Default: null.) */
  readonly historyTimeToLive?: string | null;
}

/** How often those who wait look for what another server on the same PostgreSQL has done: rarely enough to cost nothing. */
const watchPollMs = 500;

/** Puts the parts together. Nothing runs by the clock before `scheduler.start()`. */
export const createRuntime = ({
  database,
  clock,
  log,
  budget,
  scripts: settings,
  pollMs,
  listenerWaitMs = 10_000,
  historyTimeToLive = null,
}: RuntimeOptions): Runtime => {
  const scripts = createScripts(settings);
  const definitions = createDefinitions(database, historyTimeToLive);
  const events = createEventBus();
  const watch = createInstanceWatch(database.dialect === 'postgresql' ? { pollMs: watchPollMs } : {});
  const pipeline = createPipeline({
    database,
    clock,
    log,
    definitions,
    decisions: createDecisions(database),
    scripts,
    budget,
    keys: createKeyAllocator(database),
    cache: createInstanceCache(),
    owners: createOwnerCache(),
    committed: (batch) => {
      const event = changedTopics(batch);
      if (event !== null) events.publish(event);
      watch.changed(batch.changed);
      if (batch.fetchableTypes.size > 0) jobWaiters.wake(batch.fetchableTypes);
      if (batch.nextDueMs < Infinity) scheduler.hint(batch.nextDueMs);
    },
  });
  const jobWaiters = createJobWaiters(pipeline);
  const scheduler = createScheduler({ database, pipeline, clock, log, pollMs });
  return {
    database,
    clock,
    definitions,
    scripts,
    pipeline,
    jobWaiters,
    watch,
    listenerWaitMs,
    events,
    scheduler,
    stop: async () => {
      jobWaiters.close();
      watch.close();
      await scheduler.stop();
      await pipeline.drain();
      await scripts.close();
    },
  };
};
