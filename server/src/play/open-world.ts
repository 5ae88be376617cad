import { activatableIn } from '@baton/engine';
import type { Key, Variables } from '@baton/engine';
import { pino } from 'pino';
import type { PlayFile, PlayStart } from '../api/play-input.ts';
import { defaultTenant } from '../default-tenant.ts';
import { beginByTrigger } from '../runtime/begin-by-trigger.ts';
import { afterOnMachine } from '../runtime/clock.ts';
import type { BpmnCompiler } from '../runtime/compiler/bpmn-compiler.ts';
import { createRuntime } from '../runtime/create-runtime.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { deployFiles } from '../runtime/deployment/deploy-files.ts';
import { instanceTask, refused, startTask } from '../runtime/instance-commands.ts';
import { Refusal } from '../runtime/refusal.ts';
import { defaultScriptSettings } from '../runtime/scripts/scripts.ts';
import type { Task } from '../runtime/task.ts';
import { RowChanges } from '../store/row-changes.ts';
import { openMemory } from '../store/sqlite/open-memory.ts';
import { findNextDue } from '../store/operations/find-due.ts';
import { isStillGoing, readStarts, readStartTimers } from '../store/searches/read-play.ts';
import { clusterVariables } from '../store/tables/cluster-variables.ts';
import { startTimers } from '../store/tables/start-timers.ts';
import type { StartTimerRow } from '../store/tables/start-timers.ts';
import type { StartSubscriptionRow } from '../store/tables/start-subscriptions.ts';

/** Rounds of what happens by itself, each of up to 1,000 elements, before it is taken for endless. */
const maxRounds = 10;
/** Moments at which something comes due within one passing of time: a cycle of seconds over a year would not end. */
const maxMoments = 200;

/** A real runtime on a database of its own in memory, with a clock that stands still: the same commands always lead to the same state. */
export interface World {
  readonly runtime: Runtime;
  readonly processId: string;
  readonly nowMs: () => number;
  /** The instance that was started; null before, and where that was refused. */
  rootKey(): Key | null;
  /** It does not come to rest by itself. */
  isGoingOn(): boolean;
  /** Does a task, and then everything that follows from it. Throws `Refusal`. */
  submit<A>(task: Task<A>): Promise<A>;
  /** Starts the instance that is played. Throws `Refusal`. */
  start(start: Begun): Promise<void>;
  /** Starts one more, beside it. Throws `Refusal`. */
  begin(start: Begun): Promise<Key>;
  /** The activities of an ad-hoc sub-process that can be begun; none where its model is not known. */
  activitiesOf(processId: string, adHocId: string): Promise<readonly string[]>;
  /** Lets time pass up to a moment, from one thing that comes due to the next. Throws `Refusal` where that are too many. */
  passUntil(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** The process, and where and with what it begins. */
type Begun = Pick<PlayStart, 'processId' | 'elementId' | 'variables'>;

/** What a world begins with. */
export interface Beginning {
  readonly files: readonly PlayFile[];
  readonly start: Pick<PlayStart, 'processId' | 'at'>;
  /** What expressions know everywhere, as `camunda.vars`. */
  readonly globals: Variables;
  readonly compiler: BpmnCompiler;
}

/** Deploys the files into a new world. Throws the refusal of the deployment. */
export const openWorld = async ({ files, start, globals, compiler }: Beginning): Promise<World> => {
  const database = await openMemory();
  let now = Date.parse(start.at);
  let rootKey: Key | null = null;
  let goesOn = false;
  const runtime = createRuntime({
    database,
    clock: { nowMs: () => now, after: afterOnMachine },
    log: pino({ level: 'silent' }),
    // What a script answers later than its step would come after the state was read.
    scripts: { ...defaultScriptSettings, patienceMs: 5_000 },
    compiler,
  });
  const close = async (): Promise<void> => {
    await runtime.stop();
    await database.close();
  };

  const settle = async (): Promise<void> => {
    goesOn = true;
    for (let round = 0; round < maxRounds; round += 1) {
      await runtime.scheduler.tick();
      if (!(await isStillGoing(database, now))) {
        goesOn = false;
        return;
      }
    }
  };
  const submit = async <A>(task: Task<A>): Promise<A> => {
    const answer = await runtime.pipeline.submit(task);
    await settle();
    return answer;
  };

  let starts: readonly (StartSubscriptionRow | StartTimerRow)[];
  try {
    await database.write(globalRows(globals));
    await deployFiles(
      runtime,
      files.map(({ name, content }) => ({ name, content: Buffer.from(content) })),
    );
    starts = await readStarts(database);
    await forgetStartTimers(runtime);
  } catch (error) {
    await close();
    throw error;
  }

  const begin = async ({ processId, elementId, variables = {} }: Begun): Promise<Key> => {
    const triggers = starts.filter((row) => row.process_id === processId && row.element_id === (elementId ?? null));
    if (triggers.length > 0) return submit(startAtEvent(triggers, variables));
    const process = { processId, version: { latest: true } } as const;
    const task = startTask({ process, variables, businessId: null, tags: [], actor: null });
    return (await submit(task)).processInstanceKey;
  };

  return {
    runtime,
    processId: start.processId,
    nowMs: () => now,
    rootKey: () => rootKey,
    isGoingOn: () => goesOn,
    submit,
    start: async (begun) => {
      rootKey = await begin(begun);
    },
    begin,
    activitiesOf: async (processId, adHocId) => {
      for (const { name, content } of files) {
        if (!/\.bpmn$/i.test(name)) continue;
        const compiled = await compiler.compile(content);
        const definition = compiled.ok ? compiled.processes.find(({ id }) => id === processId) : undefined;
        if (definition !== undefined) return activatableIn(definition, adHocId);
      }
      return [];
    },
    passUntil: async (untilMs) => {
      for (let moments = 0; ; moments += 1) {
        const next = await findNextDue(database, now);
        if (next === null || next > untilMs) break;
        if (moments >= maxMoments) {
          throw new Refusal(
            'RESOURCE_EXHAUSTED',
            `Expected at most ${maxMoments} moments at which something comes due on the way, found more. Let less time pass.`,
          );
        }
        now = next;
        await settle();
      }
      now = Math.max(now, untilMs);
      await settle();
    },
    close,
  };
};

/** Only what the person starts is played: other instances that begin because time passes would be in the way. */
const forgetStartTimers = async ({ database }: Runtime): Promise<void> => {
  const rows = await readStartTimers(database);
  const changes = new RowChanges();
  for (const { key } of rows) changes.delete(startTimers, { key });
  await database.write(changes);
};

/** The variables of the cluster and of the tenant, for which the tenant of all plays stands in. */
const globalRows = (globals: Variables): RowChanges => {
  const { camunda } = globals as { camunda?: { vars: Readonly<Record<'cluster' | 'tenant', Variables>> } };
  const changes = new RowChanges();
  const add = (scope: string, tenantId: string, values: Variables = {}): void => {
    for (const [name, value] of Object.entries(values))
      changes.insert(clusterVariables, { scope, tenant_id: tenantId, name, value: JSON.stringify(value) });
  };
  add('GLOBAL', '', camunda?.vars.cluster);
  add('TENANT', defaultTenant, camunda?.vars.tenant);
  return changes;
};

/** Begins at an event that waits for something, as if that had happened; all of it where all has to. */
const startAtEvent = (
  triggers: readonly (StartSubscriptionRow | StartTimerRow)[],
  variables: Variables,
): Task<Key> => ({
  name: 'start-at-event',
  tenantId: defaultTenant,
  run: async (batch) => {
    for (const trigger of triggers) {
      const begun = await beginByTrigger(batch, trigger, variables);
      if (!begun.ok)
        throw refused(
          'CREATE',
          begun.error ?? { code: 'NOT_FOUND', detail: 'Expected a deployed process, found none' },
        );
      if (begun.key !== null) return begun.key;
    }
    throw new Refusal('INVALID_STATE', 'Expected the event to start an instance, found that it does not.');
  },
});

/** A command for the instance that is played. */
export const rootTask = (world: World, verb: string, command: Parameters<typeof instanceTask>[2]): Task<null> => {
  const key = world.rootKey();
  if (key === null) throw new Refusal('INVALID_STATE', 'Expected an instance that is played, found none.');
  return instanceTask(verb, key, command, null);
};
