import type * as EngineModule from '../../src/index.ts';
import type {
  Command,
  ElementInstance,
  InstanceState,
  Key,
  ProcessDefinition,
  StateSnapshot,
} from '../../src/index.ts';
import { viewNode, viewOf, type Act, type View, type ViewNode } from './view.ts';

/** The engine as the environment sees it: its public functions, and a state that is text between two commands. */
export type Engine = Pick<
  typeof EngineModule,
  'compileBpmn' | 'decide' | 'initialState' | 'restoreState' | 'snapshotState'
>;

/** Everything that is carried from one command to the next. */
export interface EngineState {
  readonly json: string;
  readonly lastKey: number;
  readonly nowMs: number;
}

export interface EngineRun {
  readonly engine: Engine;
  readonly definition: ProcessDefinition;
  /** Queue items per step. */
  readonly budget: number;
  /** Variables that are compared; others are the engine's own. */
  readonly names: ReadonlySet<string>;
}

/** Queue items after one command. The oracle has come to rest before, after far fewer transitions. */
const maxItems = 2_500;

const restore = (run: EngineRun, state: EngineState): InstanceState =>
  state.json === '' ? run.engine.initialState() : run.engine.restoreState(JSON.parse(state.json) as StateSnapshot);

/** Runs one command and all steps that follow from it, each on a state that was restored from text. */
const runCommand = (run: EngineRun, from: EngineState, first: Command): EngineState => {
  const { nowMs } = from;
  let { json, lastKey } = from;
  let command = first;
  for (let steps = 0; steps * run.budget < maxItems; steps += 1) {
    const state = restore(run, { json, lastKey, nowMs });
    const decision = run.engine.decide(run.definition, state, command, {
      nowMs,
      nextKey: () => (lastKey += 1) as Key,
      budget: run.budget,
    });
    if (!decision.ok)
      throw new Error(`The engine refused ${JSON.stringify(command)}: ${decision.error.code} ${decision.error.detail}`);
    json = JSON.stringify(run.engine.snapshotState(state));
    if (state.continuation.length === 0) return { json, lastKey, nowMs };
    command = { type: 'continue-step' };
  }
  throw new Error(`The engine does not come to rest within ${maxItems} queue items.`);
};

export const startEngine = (run: EngineRun, variables: Readonly<Record<string, number>>): EngineState =>
  runCommand(
    run,
    { json: '', lastKey: 10, nowMs: 1_000_000 },
    {
      type: 'create-instance',
      processInstanceKey: 1 as Key,
      definitionKey: 2 as Key,
      version: 1,
      variables,
      startElementId: null,
      parent: null,
      rootKey: null,
      businessId: null,
      tags: [],
    },
  );

export const viewEngine = (run: EngineRun, from: EngineState): View => {
  const state = restore(run, from);
  const children = new Map<Key | null, ElementInstance[]>();
  for (const instance of state.elements.values()) {
    const siblings = children.get(instance.scopeKey) ?? [];
    siblings.push(instance);
    children.set(instance.scopeKey, siblings);
  }
  const see = (instance: ElementInstance): ViewNode =>
    viewNode({
      id: instance.elementId,
      handle: instance.key,
      incident: instance.incident?.type ?? null,
      offers: [
        ...(instance.userTask ? ['user'] : []),
        ...(instance.job?.state === 'CREATED' && instance.job.retries > 0 ? ['job'] : []),
        ...[...(instance.waits?.values() ?? [])].map((wait) => wait.targetId),
      ],
      parked: [...(instance.parked?.values() ?? [])].flatMap((flows) =>
        [...flows].map(([flow, count]) => `${flow}*${count}`),
      ),
      variables: Object.fromEntries(
        [...(instance.variables ?? [])]
          .filter(([name]) => run.names.has(name))
          .map(([name, { value }]) => [name, Number(value)]),
      ),
      children: (children.get(instance.key) ?? []).map(see),
    });
  const root = children.get(null)?.[0];
  const outcome = state.status === 'ACTIVE' ? 'active' : state.status === 'COMPLETED' ? 'completed' : 'terminated';
  return viewOf(outcome, root ? see(root) : null);
};

/** Does to the engine what the environment chose. */
export const actOnEngine = (run: EngineRun, from: EngineState, handle: number, act: Act): EngineState => {
  const instance = restore(run, from).elements.get(handle as Key);
  if (!instance) throw new Error(`The engine's state has no element instance ${handle}.`);
  const elementInstanceKey = instance.key;
  const jobKey = instance.job?.key ?? (0 as Key);
  switch (act.do) {
    case 'complete-user':
      return runCommand(run, from, {
        type: 'complete-user-task',
        elementInstanceKey,
        userTaskKey: instance.userTask?.key ?? (0 as Key),
        variables: { n: act.n },
        action: 'complete',
      });
    case 'complete-job':
      return runCommand(run, from, { type: 'complete-job', elementInstanceKey, jobKey, variables: { n: act.n } });
    case 'throw':
      return runCommand(run, from, {
        type: 'throw-job-error',
        elementInstanceKey,
        jobKey,
        errorCode: act.code,
        errorMessage: '',
        variables: {},
      });
    case 'fail':
      return runCommand(run, from, {
        type: 'fail-job',
        elementInstanceKey,
        jobKey,
        retries: 0,
        errorMessage: 'broken',
        retryBackOffMs: 0,
        variables: {},
      });
    case 'resolve': {
      const retried =
        instance.job && instance.job.retries < 1
          ? runCommand(run, from, { type: 'update-job-retries', elementInstanceKey, jobKey, retries: 1 })
          : from;
      return runCommand(run, retried, {
        type: 'resolve-incident',
        elementInstanceKey,
        incidentKey: instance.incident?.key ?? (0 as Key),
      });
    }
    case 'fire': {
      const wait = [...(instance.waits?.values() ?? [])].find((each) => each.targetId === act.target);
      if (!wait) throw new Error(`Element instance ${handle} does not wait for '${act.target}'.`);
      if (wait.kind === 'timer')
        return runCommand(
          run,
          { ...from, nowMs: Math.max(from.nowMs, wait.dueMs) },
          { type: 'fire-timer', elementInstanceKey, timerKey: wait.key },
        );
      const command = { elementInstanceKey, subscriptionKey: wait.key, variables: {} };
      return runCommand(run, from, { type: 'correlate-message', messageKey: 9 as Key, ...command });
    }
  }
};

export const cancelEngine = (run: EngineRun, from: EngineState): EngineState =>
  runCommand(run, from, { type: 'cancel-instance' });
