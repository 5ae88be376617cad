import type { Logger } from 'pino';
import type { Database } from '../store/database.ts';
import { claimAndRead } from './activate-jobs.ts';
import type { ActivatedJob, ActivationRequest } from './activate-jobs.ts';
import type { Clock } from './clock.ts';
import { createBpmnCompiler } from './compiler/bpmn-compiler.ts';
import type { BpmnCompiler } from './compiler/bpmn-compiler.ts';
import { createSoundnessChecker } from './compiler/soundness-checker.ts';
import type { SoundnessChecker } from './compiler/soundness-checker.ts';
import { createDecisionTrials } from './decisions/decision-trials.ts';
import type { DecisionTrials } from './decisions/decision-trials.ts';
import { createDecisions } from './decisions/decisions.ts';
import { createDefinitions } from './definitions.ts';
import type { Definitions } from './definitions.ts';
import { createEventBus } from './event-bus.ts';
import type { EventBus } from './event-bus.ts';
import { createInstanceWatch } from './instance-watch.ts';
import type { InstanceWatch } from './instance-watch.ts';
import { createGlobals } from './globals.ts';
import type { Globals } from './globals.ts';
import { createJobWaiters } from './job-waiters.ts';
import type { JobWaiters } from './job-waiters.ts';
import { createKeyAllocator } from './key-allocator.ts';
import { createInstanceCache } from './live-instance.ts';
import { noticesOf } from './notice-of.ts';
import { silentNotifier } from './notifier.ts';
import type { Notice, Notifier } from './notifier.ts';
import { createOwnerCache } from './owner-cache.ts';
import { createPipeline } from './pipeline.ts';
import { isRetryable, refusalFor } from './store-trouble.ts';
import type { Pipeline } from './pipeline.ts';
import { createScheduler } from './scheduler.ts';
import type { Scheduler } from './scheduler.ts';
import { createScripts } from './scripts/scripts.ts';
import type { ScriptSettings, Scripts } from './scripts/scripts.ts';
import { watchStore } from './store-health.ts';
import type { StoreHealth } from './store-health.ts';

/** The running engine of a server: everything that the API may ask. */
export interface Runtime {
  readonly database: Database;
  readonly health: StoreHealth;
  readonly clock: Clock;
  readonly definitions: Definitions;
  readonly compiler: BpmnCompiler;
  readonly soundness: SoundnessChecker;
  readonly decisionTrials: DecisionTrials;
  readonly scripts: Scripts;
  readonly pipeline: Pipeline;
  readonly jobWaiters: JobWaiters;
  readonly watch: InstanceWatch;
  /** How long a request waits for task listeners, milliseconds. */
  readonly listenerWaitMs: number;
  readonly events: EventBus;
  /** Tells those who watch, here and at the other servers, of a change that was written past the pipeline. */
  announce(change: Pick<Notice, 'tenantId' | 'topics'>): void;
  readonly globals: Globals;
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
  /** How to reach the other servers on the same database. (Default: there are none.) */
  readonly notifier?: Notifier;
  /** From 0 to 1, for pauses. (Default: that of the machine.) */
  readonly random?: () => number;
  /** How long a request waits for task listeners, milliseconds. (Default: 10,000.) */
  readonly listenerWaitMs?: number;
  /** How many commands may wait. (Default: 10,000.) */
  readonly maxWaiting?: number;
  /** How long ended instances are kept whose process does not say it, a duration of ISO 8601; null for ever. (Default: null.) */
  readonly historyTimeToLive?: string | null;
  /** Whether those who watch are told only of the tenants that they see. (Default: false, everybody is told of everything.) */
  readonly isMultiTenant?: boolean;
  /** Called when nobody knows any more what is on the disk: a server ends then. (Default: nothing; the commands fail.) */
  readonly failStop?: (error: unknown) => void;
  /** Compiles BPMN files. (Default: large ones in a thread of their own.) */
  readonly compiler?: BpmnCompiler;
}

/** How often those who wait look for what another server on the same PostgreSQL has done: rarely enough to cost nothing. */
const watchPollMs = 500;
/** More instances than this in one event: listeners refetch what they show instead of looking for theirs. */
const maxEventKeys = 200;

/** Puts the parts together. Nothing runs by the clock before `scheduler.start()`. */
export const createRuntime = ({
  database: unwatched,
  clock,
  log,
  budget,
  scripts: settings,
  pollMs,
  notifier = silentNotifier,
  random,
  listenerWaitMs = 10_000,
  maxWaiting,
  historyTimeToLive = null,
  isMultiTenant = false,
  failStop = () => undefined,
  compiler: given,
}: RuntimeOptions): Runtime => {
  const { database, health } = watchStore({ database: unwatched, clock, log, failStop });
  const scripts = createScripts(settings);
  const owners = createOwnerCache();
  const compiler = given ?? createBpmnCompiler(log);
  const soundness = createSoundnessChecker(log);
  const decisionTrials = createDecisionTrials(log);
  const definitions = createDefinitions(database, compiler, historyTimeToLive);
  const events = createEventBus(clock);
  const watchMs = database.isShared ? watchPollMs : Infinity;
  const globals = createGlobals(database);
  const watch = createInstanceWatch({ clock, pollMs: watchMs });
  const pipeline = createPipeline({
    database,
    clock,
    log,
    definitions,
    decisions: createDecisions(database),
    scripts,
    budget,
    random,
    capacity: maxWaiting,
    keys: createKeyAllocator(database),
    cache: createInstanceCache(),
    owners,
    globals,
    committed: (batch) => {
      for (const notice of noticesOf(batch, isMultiTenant)) publish(notice);
    },
  });
  const claim = async (request: ActivationRequest): Promise<readonly ActivatedJob[]> => {
    const claimed = await claimAndRead(database, owners, clock.nowMs(), request).catch((error: unknown) => {
      // Another server had them: as good as none. What was locked before the database failed is free again when the lock ends.
      if (isRetryable(error)) return [];
      log.error({ err: error }, 'jobs could not be locked');
      throw refusalFor(error);
    });
    const [first] = claimed;
    if (first !== undefined) {
      const tenants = isMultiTenant ? new Set(claimed.map(({ row }) => row.tenant_id)) : [null];
      for (const tenantId of tenants) {
        const told = claimed.filter(({ row }) => tenantId === null || row.tenant_id === tenantId);
        const processInstanceKeys = told.map(({ row }) => row.process_instance_key);
        publish({ tenantId, topics: ['jobs'], processInstanceKeys, jobTypes: [], dueMs: first.deadlineMs });
      }
    }
    return claimed;
  };
  const jobWaiters = createJobWaiters({ pipeline, clock, claim: database.isShared ? claim : null, pollMs: watchMs });
  const scheduler = createScheduler({ database, pipeline, clock, log, pollMs });
  /** What this server or another one has committed. */
  const notify = ({ tenantId, topics, processInstanceKeys, jobTypes, dueMs }: Notice): void => {
    if (topics.length > 0)
      events.publish({ tenantId, topics, processInstanceKeys: processInstanceKeys.slice(0, maxEventKeys) });
    if (topics.includes('cluster-variables')) globals.forget();
    watch.changed(processInstanceKeys);
    if (jobTypes.length > 0) jobWaiters.wake(jobTypes);
    if (dueMs !== null) scheduler.hint(dueMs);
  };
  const publish = (notice: Notice): void => {
    notify(notice);
    notifier.publish(notice);
  };
  // Not the times: who made it looks at it then, and the others do so at their next poll, in case that one is dead.
  notifier.subscribe((notice) => notify({ ...notice, dueMs: null }), events.lose);
  return {
    database,
    health,
    clock,
    definitions,
    compiler,
    soundness,
    decisionTrials,
    scripts,
    pipeline,
    jobWaiters,
    watch,
    listenerWaitMs,
    events,
    announce: ({ tenantId, topics }) =>
      publish({
        tenantId: isMultiTenant ? tenantId : null,
        topics,
        processInstanceKeys: [],
        jobTypes: [],
        dueMs: null,
      }),
    globals,
    scheduler,
    stop: async () => {
      jobWaiters.close();
      watch.close();
      await scheduler.stop();
      await pipeline.drain();
      await scripts.close();
      await compiler.close();
      await soundness.close();
      await decisionTrials.close();
      health.stop();
    },
  };
};
