import {
  asKey,
  type CreateInstance,
  type ElementInstance,
  type InstanceState,
  type JobResult,
  type Json,
  type Key,
  type Modification,
  type ProcessDefinition,
  type Rejection,
  type Variables,
} from '../src/index.ts';
import { createWorld, type WorldOptions } from './world.ts';

export type Scenario = Awaited<ReturnType<typeof scenario>>;

type Instructions = Partial<Pick<CreateInstance, 'startInstructions' | 'terminateAfter' | 'variables'>>;

/**
 * A small world for telling what happens to process instances: it deploys models, plays workers, people, clocks and senders, and carries
 * effects between instances as the server does. After every command it checks: the same decide twice gives the same records; the state
 * survives JSON; the fold of the journal equals the state; a finished instance leaves nothing behind. A failing test prints the journal.
 */
export const scenario = async (xml: string | readonly string[], options: WorldOptions = {}) => {
  const world = await createWorld(xml, options);
  const { definitions, instances, journal, firstProcess, create, settle, run, act, waits, check } = world;

  const find = (
    elementId: string,
    wanted: (instance: ElementInstance) => boolean = () => true,
  ): { key: Key; instance: ElementInstance } => {
    for (const [key, { state }] of instances) {
      for (const instance of state.elements.values())
        if (instance.elementId === elementId && wanted(instance)) return { key, instance };
    }
    throw new Error(`Expected ${elementId} to be active, found ${JSON.stringify(activeIds())}.`);
  };

  const activeIds = (): string[] =>
    [...instances.values()].flatMap(({ definition, state }) =>
      [...state.elements.values()].filter((each) => each.elementId !== definition.id).map((each) => each.elementId),
    );

  const ofJob = (elementId: string) => {
    const { key, instance } = find(elementId, (each) => each.job !== null);
    if (!instance.job) throw new Error('unreachable');
    return { key, command: { elementInstanceKey: instance.key, jobKey: instance.job.key } };
  };

  return {
    /** Starts an instance and answers its key; throws when it is refused. */
    start: (variables: Variables = {}, processId = firstProcess, startElementId: string | null = null): Key => {
      const key = create(processId, { variables, startElementId });
      if (typeof key !== 'number') throw new Error(key.detail);
      settle();
      return key;
    },
    /** Starts an instance whose effects, and further steps, stay on their way until `settle`. */
    startWithoutSettling: (): Key => {
      const key = create(firstProcess, {});
      if (typeof key !== 'number') throw new Error(key.detail);
      return key;
    },
    /** The same with start and runtime instructions. */
    startAt: (instructions: Instructions): Key => {
      const key = create(firstProcess, instructions);
      if (typeof key !== 'number') throw new Error(key.detail);
      settle();
      return key;
    },
    tryStartAt: (instructions: Instructions): Rejection | null => {
      const answer = create(firstProcess, instructions);
      return typeof answer === 'number' ? null : answer;
    },
    completeJob: (elementId: string, variables: Variables = {}): Rejection | null => {
      const { key, command } = ofJob(elementId);
      return act(key, { type: 'complete-job', ...command, variables });
    },
    failJob: (
      elementId: string,
      retries: number,
      errorMessage = 'failed',
      retryBackOffMs = 0,
      variables: Variables = {},
    ): Rejection | null => {
      const { key, command } = ofJob(elementId);
      return act(key, { type: 'fail-job', ...command, retries, errorMessage, retryBackOffMs, variables });
    },
    throwError: (elementId: string, errorCode: string, variables: Variables = {}): Rejection | null => {
      const { key, command } = ofJob(elementId);
      return act(key, { type: 'throw-job-error', ...command, errorCode, errorMessage: '', variables });
    },
    updateRetries: (elementId: string, retries: number): Rejection | null => {
      const { key, command } = ofJob(elementId);
      return act(key, { type: 'update-job-retries', ...command, retries });
    },
    /** Completes the job of a listener or of an ad-hoc sub-process, with what the worker says. */
    answerJob: (elementId: string, result: JobResult | null, variables: Variables = {}): Rejection | null => {
      const { key, command } = ofJob(elementId);
      return act(key, { type: 'complete-job', ...command, variables, result });
    },
    /** Open jobs as `element:type`, in the order of their elements. */
    jobs: (): string[] =>
      [...instances.values()].flatMap(({ state }) =>
        [...state.elements.values()].flatMap(({ elementId, job }) => (job ? [`${elementId}:${job.type}`] : [])),
      ),
    assign: (elementId: string, assignee: string | null): Rejection | null => {
      const { key, instance } = find(elementId, (each) => each.userTask !== null);
      return act(key, {
        type: 'assign-user-task',
        elementInstanceKey: instance.key,
        userTaskKey: instance.userTask?.key ?? asKey(0),
        assignee,
        allowOverride: true,
        action: 'assign',
      });
    },
    /** Begins activities of an ad-hoc sub-process. */
    activate: (elementId: string, ...elementIds: readonly string[]): Rejection | null => {
      const { key, instance } = find(elementId);
      return act(key, {
        type: 'activate-ad-hoc-activities',
        elementInstanceKey: instance.key,
        activations: elementIds.map((each) => ({ elementId: each, variables: {} })),
        cancelRemainingInstances: false,
      });
    },
    /** Changes the first instance by hand. */
    modify: ({ activate = [], move = [], terminate = [] }: Partial<Modification>): Rejection | null =>
      act([...instances.keys()][0] ?? asKey(0), { type: 'modify-instance', activate, move, terminate }),
    /** Lets the first instance go on by another process of the world; `mappings` are lines such as `from > to`. */
    migrate: (processId: string, ...mappings: readonly string[]): Rejection | null =>
      act([...instances.keys()][0] ?? asKey(0), {
        type: 'migrate-instance',
        targetDefinitionKey: definitions.get(processId)?.key ?? asKey(0),
        targetVersion: 2,
        mappings: mappings.map((line) => {
          const [sourceElementId = '', targetElementId = ''] = line.split(' > ');
          return { sourceElementId, targetElementId };
        }),
      }),
    completeTask: (elementId: string, variables: Variables = {}): Rejection | null => {
      const { key, instance } = find(elementId, (each) => each.userTask !== null);
      const userTaskKey = instance.userTask?.key ?? asKey(0);
      return act(key, {
        type: 'complete-user-task',
        elementInstanceKey: instance.key,
        userTaskKey,
        variables,
        action: '',
      });
    },
    resolve: (elementId: string): Rejection | null => {
      const { key, instance } = find(elementId, (each) => each.incident !== null);
      const incidentKey = instance.incident?.key ?? asKey(0);
      return act(key, { type: 'resolve-incident', elementInstanceKey: instance.key, incidentKey });
    },
    /** Sets variables in the scope of an active element, or in the outermost scope of the first instance. */
    setVariables: (variables: Variables, elementId?: string, local = false): Rejection | null => {
      const key = elementId === undefined ? [...instances.keys()][0] : find(elementId).key;
      const scopeKey = elementId === undefined ? key : find(elementId).instance.key;
      return key === undefined || scopeKey === undefined
        ? null
        : act(key, { type: 'set-variables', scopeKey, variables, local });
    },
    publish: (name: string, correlationKey: string, variables: Variables = {}, timeToLiveMs = 0): void => {
      world.publish({ name, correlationKey, variables, expiresMs: world.now() + timeToLiveMs });
    },
    broadcast: (signalName: string, variables: Variables = {}): void => world.broadcast(signalName, variables),
    /** Lets time pass; timers that come due fire one after the other, those due first first. */
    advance: (ms: number): number => {
      const endMs = world.now() + ms;
      for (let fired = 0; ; fired += 1) {
        const [next] = waits('timer')
          .filter(({ key, wait }) => wait.dueMs <= endMs && instances.get(key)?.state.suspendedMs === null)
          .sort((a, b) => a.wait.dueMs - b.wait.dueMs || a.wait.key - b.wait.key);
        if (!next) {
          world.setNow(endMs);
          settle();
          return fired;
        }
        world.setNow(Math.max(world.now(), next.wait.dueMs));
        act(next.key, { type: 'fire-timer', elementInstanceKey: next.instance.key, timerKey: next.wait.key });
      }
    },
    /** Sends any command to an instance. */
    act,
    /** Sends a command whose effects stay on their way until `settle`, so that another command can be first. */
    actWithoutSettling: run,
    settle,
    cancel: (key: Key): Rejection | null => act(key, { type: 'cancel-instance' }),
    find,
    /** Ids of the active elements of all instances, in the order in which they began. */
    active: activeIds,
    /** Ids of the elements completed so far, over all instances, without the processes themselves. */
    completed: (): string[] => elementsOf('element-completed'),
    terminated: (): string[] => elementsOf('element-terminated'),
    /** The variables of the outermost scope as they are, or were at the end. */
    variables: (key: Key = [...instances.keys()][0] ?? asKey(0)): Record<string, Json> => {
      const result: Record<string, Json> = {};
      for (const { records } of instances.get(key)?.journal ?? []) {
        for (const record of records)
          if (record.type === 'variable-set' && record.scopeKey === key) result[record.name] = record.value;
      }
      return result;
    },
    status: (key: Key = [...instances.keys()][0] ?? asKey(0)): string => instances.get(key)?.state.status ?? 'NONE',
    /** Ids of the processes that can be started without an event. */
    processesWithNoneStart: (): string[] =>
      [...definitions]
        .filter(([, { definition }]) => definition.startTriggers.some(({ event }) => event.kind === 'none'))
        .map(([id]) => id),
    instanceKeys: (): Key[] => [...instances.keys()],
    state: (key: Key = [...instances.keys()][0] ?? asKey(0)): InstanceState => {
      const instance = instances.get(key);
      if (!instance) throw new Error(`Expected instance ${key}.`);
      return instance.state;
    },
    /** What the first instance follows. */
    definition: (): ProcessDefinition => {
      const [instance] = instances.values();
      if (!instance) throw new Error('Expected an instance.');
      return instance.definition;
    },
    journal,
    check: (): void => [...instances.values()].forEach(check),
    now: world.now,
  };

  function elementsOf(type: 'element-completed' | 'element-terminated'): string[] {
    const ids = new Map<Key, string>();
    const found: string[] = [];
    for (const { records } of journal) {
      for (const record of records) {
        if (record.type === 'element-activated' || record.type === 'element-activating')
          ids.set(record.key, record.elementId);
        const id = record.type === type ? ids.get(record.key) : undefined;
        if (id !== undefined && !definitions.has(id)) found.push(id);
      }
    }
    return found;
  }
};
