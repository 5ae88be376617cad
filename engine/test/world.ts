import { expect, onTestFailed } from 'vitest';
import {
  asKey,
  compileBpmn,
  compileDmn,
  decide,
  evaluateDecision,
  evolve,
  initialState,
  restoreState,
  snapshotState,
  startEventName,
  type Command,
  type DecisionModel,
  type Effect,
  type ElementInstance,
  type InstanceState,
  type Json,
  type Key,
  type Limits,
  type ProcessDefinition,
  type Rejection,
  type RunScript,
  type StartTrigger,
  type StateSnapshot,
  type Variables,
  type Wait,
} from '../src/index.ts';
import { printJournal, type JournalEntry } from './print-journal.ts';

interface Instance {
  /** Another one after a migration. */
  definition: ProcessDefinition;
  readonly state: InstanceState;
  readonly journal: JournalEntry[];
}

interface BufferedMessage {
  readonly key: Key;
  readonly name: string;
  readonly correlationKey: string;
  readonly expiresMs: number;
  readonly variables: Variables;
}

export interface WorldOptions {
  /** Queue items per step; small values show that a step can stop anywhere. (Default: the engine's.) */
  readonly budget?: number;
  /** (Default: the engine's.) */
  readonly limits?: Limits;
  /** What expressions know everywhere. (Default: nothing.) */
  readonly globals?: Variables;
  /** Folding the whole journal after every step is quadratic; long runs do it at the end only. (Default: true.) */
  readonly checkEveryStep?: boolean;
  /** DMN files whose decisions business rule tasks may call; later ones win. */
  readonly decisions?: readonly string[];
  /** Runs scripts in place of the server; throws where a script would. */
  readonly runScript?: (question: RunScript) => Json;
  /** Whether a failing test prints the journal; runs that are shrunk print only their last one. (Default: true.) */
  readonly printOnFailure?: boolean;
}

/**
 * Instances and what goes on between them: runs commands with all checks of the teardown, and carries effects, messages and signals as the
 * server does. `scenario` puts words for tests on top.
 */
export const createWorld = async (xml: string | readonly string[], options: WorldOptions = {}) => {
  const definitions = new Map<string, { readonly definition: ProcessDefinition; readonly key: Key }>();
  const instances = new Map<Key, Instance>();
  const journal: JournalEntry[] = [];
  const effects: Effect[] = [];
  const messages: BufferedMessage[] = [];
  /** Parts of parallel multiple start events that have happened. */
  const gathering = new Map<string, Map<number, Variables>>();
  let lastKey = 0;
  let nowMs = 1_000_000;
  const nextKey = (): Key => asKey((lastKey += 1));

  for (const text of typeof xml === 'string' ? [xml] : xml) {
    const compiled = await compileBpmn(text);
    if (!compiled.ok)
      throw new Error(compiled.problems.map((problem) => `${problem.code} ${problem.message}`).join('\n'));
    for (const definition of compiled.processes) definitions.set(definition.id, { definition, key: nextKey() });
  }
  const models: DecisionModel[] = [];
  for (const text of options.decisions ?? []) {
    const compiled = await compileDmn(text);
    if (!compiled.ok) throw new Error(compiled.problems.map(({ code, message }) => `${code} ${message}`).join('\n'));
    models.unshift(compiled.model);
  }
  const firstProcess = [...definitions.keys()][0] ?? '';
  if (options.printOnFailure !== false) onTestFailed(() => void process.stdout.write(`${printJournal(journal)}\n`));

  const isDone = (state: InstanceState): boolean => state.status === 'COMPLETED' || state.status === 'TERMINATED';

  const fold = (instance: Instance): StateSnapshot => {
    const state = initialState();
    for (const entry of instance.journal) for (const record of entry.records) evolve(state, record, entry.atMs);
    return snapshotState(state);
  };

  const check = (instance: Instance): void => {
    expect(fold(instance)).toEqual(snapshotState(instance.state));
    if (isDone(instance.state)) {
      expect(instance.state.elements.size).toBe(0);
      expect(instance.state.continuation).toEqual([]);
    }
  };

  const byKey = (key: Key): ProcessDefinition | undefined =>
    [...definitions.values()].find((each) => each.key === key)?.definition;

  const run = (instanceKey: Key, command: Command): Rejection | null => {
    const instance = instances.get(instanceKey);
    if (!instance) return { code: 'NOT_FOUND', detail: `no instance ${instanceKey}` };
    const twin = restoreState(JSON.parse(JSON.stringify(snapshotState(instance.state))) as StateSnapshot);
    expect(snapshotState(twin)).toEqual(snapshotState(instance.state));
    let twinKey = lastKey;
    const target = command.type === 'migrate-instance' ? byKey(command.targetDefinitionKey) : undefined;
    const again = decide(instance.definition, twin, command, {
      nowMs,
      target,
      budget: options.budget,
      limits: options.limits,
      globals: options.globals,
      nextKey: () => asKey((twinKey += 1)),
    });
    const { budget, limits, globals } = options;
    const env = { nowMs, budget, limits, globals, nextKey, target };
    const decision = decide(instance.definition, instance.state, command, env);
    expect(JSON.parse(JSON.stringify(again))).toEqual(JSON.parse(JSON.stringify(decision)));
    if (!decision.ok) return decision.error;
    if (target) instance.definition = target;
    const entry: JournalEntry = { instanceKey, atMs: nowMs, command, records: decision.records };
    journal.push(entry);
    instance.journal.push(entry);
    effects.push(...decision.effects);
    if (options.checkEveryStep !== false || isDone(instance.state)) check(instance);
    if (instance.state.continuation.length > 0) effects.push({ type: 'continue', instanceKey } as never);
    return null;
  };

  const create = (
    processId: string,
    command: Partial<Extract<Command, { type: 'create-instance' }>>,
  ): Key | Rejection => {
    const found = definitions.get(processId);
    if (!found) return { code: 'NOT_FOUND', detail: `no process ${processId}` };
    const key = command.processInstanceKey ?? nextKey();
    instances.set(key, { definition: found.definition, state: initialState(), journal: [] });
    const rejection = run(key, {
      type: 'create-instance',
      processInstanceKey: key,
      definitionKey: found.key,
      version: 1,
      variables: {},
      startElementId: null,
      parent: null,
      rootKey: null,
      businessId: null,
      tags: [],
      ...command,
    });
    if (rejection) instances.delete(key);
    return rejection ?? key;
  };

  const waits = <K extends Wait['kind']>(
    kind: K,
  ): { key: Key; instance: ElementInstance; wait: Extract<Wait, { kind: K }> }[] =>
    [...instances].flatMap(([key, { state }]) =>
      [...state.elements.values()].flatMap((instance) =>
        [...(instance.waits?.values() ?? [])]
          .filter((wait): wait is Extract<Wait, { kind: K }> => wait.kind === kind)
          .map((wait) => ({ key, instance, wait })),
      ),
    );

  const deliver = (message: BufferedMessage): number => {
    let reached = 0;
    const processes = new Set<string>();
    for (const { key, instance, wait } of waits('message')) {
      const processId = instances.get(key)?.definition.id ?? '';
      if (
        wait.messageName !== message.name ||
        wait.correlationKey !== message.correlationKey ||
        processes.has(processId)
      )
        continue;
      const command = {
        elementInstanceKey: instance.key,
        subscriptionKey: wait.key,
        messageKey: message.key,
        variables: message.variables,
      };
      if (run(key, { type: 'correlate-message', ...command })) continue;
      processes.add(processId);
      reached += 1;
    }
    for (const [processId, { definition }] of definitions) {
      for (const trigger of definition.startTriggers) {
        if (trigger.event.kind !== 'message' || processes.has(processId)) continue;
        const name = startEventName(trigger, nowMs);
        if (!name.ok || name.value !== message.name) continue;
        begin(processId, trigger, message.variables);
        reached += 1;
      }
    }
    return reached;
  };

  /** An instance starts, or one of several things that have to happen for that has happened. */
  const begin = (processId: string, { elementId, part }: StartTrigger, variables: Variables): void => {
    if (!part) return void create(processId, { startElementId: elementId, variables });
    const id = `${processId} ${elementId}`;
    const parts = gathering.get(id) ?? new Map<number, Variables>();
    gathering.set(id, parts.set(part.index, variables));
    if (parts.size < part.of) return;
    gathering.delete(id);
    create(processId, { startElementId: elementId, variables: Object.assign({}, ...parts.values()) as Variables });
  };

  const apply = (effect: Effect): void => {
    switch (effect.type) {
      case 'call-process': {
        const created = create(effect.processId, {
          processInstanceKey: effect.calledInstanceKey,
          parent: effect.parent,
          rootKey: effect.rootKey,
          variables: effect.variables,
        });
        if (typeof created === 'number') return;
        const command = {
          elementInstanceKey: effect.parent.elementInstanceKey,
          calledInstanceKey: effect.calledInstanceKey,
        };
        run(effect.parent.processInstanceKey, {
          type: 'fail-call',
          ...command,
          incidentType: 'CALLED_ELEMENT_ERROR',
          message: created.detail,
        });
        return;
      }
      case 'terminate-called':
        run(effect.calledInstanceKey, { type: 'terminate-called-instance' });
        return;
      case 'answer-call':
        run(effect.parent.processInstanceKey, {
          type: 'complete-call',
          elementInstanceKey: effect.parent.elementInstanceKey,
          calledInstanceKey: effect.calledInstanceKey,
          variables: effect.variables,
        });
        return;
      case 'throw-to-caller':
        run(effect.parent.processInstanceKey, {
          type: 'throw-called-error',
          elementInstanceKey: effect.parent.elementInstanceKey,
          calledInstanceKey: effect.calledInstanceKey,
          error: effect.error,
        });
        return;
      case 'escalate-to-caller':
        run(effect.parent.processInstanceKey, {
          type: 'throw-called-escalation',
          elementInstanceKey: effect.parent.elementInstanceKey,
          calledInstanceKey: effect.calledInstanceKey,
          code: effect.code,
          variables: effect.variables,
        });
        return;
      case 'report-uncaught-error': {
        const { origin } = effect.error;
        run(origin.processInstanceKey, {
          type: 'report-uncaught-error',
          elementInstanceKey: origin.elementInstanceKey,
          error: effect.error,
        });
        return;
      }
      case 'publish-message': {
        const message = { ...effect, key: nextKey(), expiresMs: nowMs + effect.timeToLiveMs };
        if (deliver(message) === 0) messages.push(message);
        return;
      }
      case 'evaluate-decision': {
        const { elementInstanceKey, evaluationKey, decisionId } = effect;
        const model = models.find(({ decisions }) => decisions.has(decisionId));
        const outcome = model && evaluateDecision(model, decisionId, effect.variables, nowMs);
        const incidentType = outcome ? 'DECISION_EVALUATION_ERROR' : 'CALLED_DECISION_ERROR';
        const message = outcome?.ok === false ? outcome.failure.message : `no decision ${decisionId}`;
        run(
          effect.processInstanceKey,
          outcome?.ok === true
            ? { type: 'complete-evaluation', elementInstanceKey, evaluationKey, value: outcome.output }
            : { type: 'fail-evaluation', elementInstanceKey, evaluationKey, incidentType, message },
        );
        return;
      }
      case 'run-script': {
        const { elementInstanceKey, evaluationKey } = effect;
        const to = { elementInstanceKey, evaluationKey };
        let answer: Command;
        try {
          if (!options.runScript) throw new Error('no runner of scripts');
          answer = { type: 'complete-evaluation', ...to, value: options.runScript(effect) };
        } catch (error) {
          const message = (error as Error).message;
          answer = { type: 'fail-evaluation', ...to, incidentType: 'EXTRACT_VALUE_ERROR', message };
        }
        run(effect.processInstanceKey, answer);
        return;
      }
      case 'broadcast-signal':
        broadcastNow(effect.signalName, effect.variables);
        return;
    }
  };

  const broadcastNow = (signalName: string, variables: Variables): void => {
    const signalKey = nextKey();
    for (const { key, instance, wait } of waits('signal')) {
      if (wait.signalName !== signalName) continue;
      run(key, {
        type: 'catch-signal',
        elementInstanceKey: instance.key,
        subscriptionKey: wait.key,
        signalKey,
        variables,
      });
    }
    for (const [processId, { definition }] of definitions) {
      for (const trigger of definition.startTriggers) {
        const name = trigger.event.kind === 'signal' ? startEventName(trigger, nowMs) : null;
        if (name?.ok && name.value === signalName) begin(processId, trigger, variables);
      }
    }
  };

  /** Carries effects between instances, gives buffered messages to new subscriptions, until nothing moves. */
  const settle = (): void => {
    for (let rounds = 0; ; rounds += 1) {
      if (rounds > 1_000_000) throw new Error('Expected the scenario to come to rest.');
      const effect = effects.shift();
      if (effect) {
        const continued = effect as unknown as { type: string; instanceKey: Key };
        if (continued.type === 'continue') run(continued.instanceKey, { type: 'continue-step' });
        else apply(effect);
        continue;
      }
      const index = messages.findIndex((message) => message.expiresMs > nowMs && deliver(message) > 0);
      if (index < 0) return;
      messages.splice(index, 1);
    }
  };

  const act = (instanceKey: Key, command: Command): Rejection | null => {
    const rejection = run(instanceKey, command);
    settle();
    return rejection;
  };

  return {
    definitions,
    instances,
    journal,
    firstProcess,
    create,
    settle,
    run,
    act,
    waits,
    check,
    nextKey,
    /** Lets a message reach those who wait for it; it is kept for later ones while it lives. */
    publish: (message: Omit<BufferedMessage, 'key'>): void => {
      const found = { ...message, key: nextKey() };
      if (deliver(found) === 0) messages.push(found);
      settle();
    },
    broadcast: (signalName: string, variables: Variables): void => {
      broadcastNow(signalName, variables);
      settle();
    },
    now: (): number => nowMs,
    setNow: (ms: number): void => {
      nowMs = ms;
    },
  };
};
