import { isLegalTransition, lifecycle, type LifecycleRecordType } from './lifecycle.ts';
import type { Key } from './key.ts';
import type { JournalRecord } from './record.ts';
import type { ElementInstance, InstanceState, Wait } from './state.ts';
import { asKey } from './key.ts';

/** The state before an instance exists; the fold of an empty journal. */
export const initialState = (): InstanceState => ({
  key: asKey(0),
  definitionKey: asKey(0),
  processId: '',
  version: 0,
  status: 'NONE',
  parent: null,
  rootKey: asKey(0),
  businessId: null,
  tags: [],
  startMs: 0,
  endMs: null,
  elements: new Map(),
  continuation: [],
});

/**
 * Applies one record to the state, in place. Live steps and replay both go through here, so the fold of a journal always equals the stored
 * state. `atMs` is the time of the step, epoch milliseconds. Throws when the record cannot follow on this state: a journal with a gap.
 */
export const evolve = (state: InstanceState, record: JournalRecord, atMs: number): void => {
  switch (record.type) {
    case 'process-instance-created':
      if (state.status !== 'NONE') throw new Error(`Expected an empty state, found process instance ${state.key}.`);
      state.key = record.processInstanceKey;
      state.definitionKey = record.definitionKey;
      state.processId = record.processId;
      state.version = record.version;
      state.status = 'ACTIVE';
      state.parent = record.parent;
      state.rootKey = record.rootKey;
      state.businessId = record.businessId;
      state.tags = record.tags;
      state.startMs = atMs;
      return;
    case 'process-instance-completed':
      state.status = 'COMPLETED';
      state.endMs = atMs;
      return;
    case 'process-instance-terminated':
      state.status = 'TERMINATED';
      state.endMs = atMs;
      return;
    case 'step-suspended':
      state.continuation = record.queue;
      return;
    case 'step-resumed':
      state.continuation = [];
      return;
    case 'sequence-flow-taken':
      return;
    case 'token-parked':
      park(living(state, record.scopeKey), record.elementId, record.flowId, 1);
      return;
    case 'tokens-consumed':
      for (const flowId of record.flowIds) park(living(state, record.scopeKey), record.elementId, flowId, -1);
      return;
    case 'tokens-discarded':
      living(state, record.scopeKey).parked = null;
      return;
    case 'element-activating':
    case 'element-activated':
      begin(state, record, atMs);
      return;
    case 'element-completing':
      move(living(state, record.key), record.type);
      return;
    case 'element-completed':
    case 'element-terminated':
      end(state, record.key, record.type);
      return;
    case 'element-triggered':
      living(state, record.key).trigger = { targetId: record.targetId, variables: record.variables };
      return;
    case 'variable-set': {
      const scope = living(state, record.scopeKey);
      scope.variables ??= new Map();
      const variable = scope.variables.get(record.name);
      if (variable) variable.value = record.value;
      else scope.variables.set(record.name, { key: record.key, value: record.value });
      return;
    }
    case 'job-created':
      living(state, record.elementInstanceKey).job = {
        key: record.key,
        type: record.jobType,
        state: 'CREATED',
        retries: record.retries,
      };
      return;
    case 'job-completed':
    case 'job-canceled':
      living(state, record.elementInstanceKey).job = null;
      return;
    case 'job-failed': {
      const job = jobOf(state, record.elementInstanceKey);
      job.state = 'FAILED';
      job.retries = record.retries;
      return;
    }
    case 'job-error-thrown':
      jobOf(state, record.elementInstanceKey).state = 'ERROR_THROWN';
      return;
    case 'job-retries-updated':
      jobOf(state, record.elementInstanceKey).retries = record.retries;
      return;
    case 'job-reopened':
      jobOf(state, record.elementInstanceKey).state = 'CREATED';
      return;
    case 'user-task-created':
      living(state, record.elementInstanceKey).userTask = {
        key: record.key,
        assignee: record.assignee,
        candidateGroups: record.candidateGroups,
        candidateUsers: record.candidateUsers,
        dueDate: record.dueDate,
        followUpDate: record.followUpDate,
        priority: record.priority,
      };
      return;
    case 'user-task-assigned':
      userTaskOf(state, record.elementInstanceKey).assignee = record.assignee;
      return;
    case 'user-task-updated':
      Object.assign(userTaskOf(state, record.elementInstanceKey), record.changes);
      return;
    case 'user-task-completed':
    case 'user-task-canceled':
      living(state, record.elementInstanceKey).userTask = null;
      return;
    case 'timer-scheduled':
      open(living(state, record.elementInstanceKey), {
        kind: 'timer',
        key: record.key,
        targetId: record.targetId,
        dueMs: record.dueMs,
        repetitions: record.repetitions,
        cycle: record.cycle,
      });
      return;
    case 'timer-fired': {
      const instance = living(state, record.elementInstanceKey);
      const timer = instance.waits?.get(record.key);
      if (timer?.kind !== 'timer') throw new Error(`Expected timer ${record.key} to be open.`);
      if (record.nextDueMs === null) close(instance, record.key);
      else {
        timer.dueMs = record.nextDueMs;
        timer.repetitions = record.repetitions;
      }
      return;
    }
    case 'message-subscription-opened':
      open(living(state, record.elementInstanceKey), {
        kind: 'message',
        key: record.key,
        targetId: record.targetId,
        messageName: record.messageName,
        correlationKey: record.correlationKey,
      });
      return;
    case 'signal-subscription-opened':
      open(living(state, record.elementInstanceKey), {
        kind: 'signal',
        key: record.key,
        targetId: record.targetId,
        signalName: record.signalName,
      });
      return;
    case 'message-correlated':
    case 'signal-caught':
      if (record.closed) close(living(state, record.elementInstanceKey), record.key);
      return;
    case 'timer-canceled':
    case 'message-subscription-closed':
    case 'signal-subscription-closed':
      close(living(state, record.elementInstanceKey), record.key);
      return;
    case 'incident-raised':
      living(state, record.elementInstanceKey).incident = {
        key: record.key,
        type: record.incidentType,
        message: record.message,
        jobKey: record.jobKey,
      };
      return;
    case 'incident-resolved':
      living(state, record.elementInstanceKey).incident = null;
      return;
    case 'process-called':
      living(state, record.elementInstanceKey).calledInstanceKey = record.calledInstanceKey;
      return;
    case 'evaluation-requested':
      living(state, record.elementInstanceKey).evaluationKey = record.key;
      return;
    case 'evaluation-ended':
      living(state, record.elementInstanceKey).evaluationKey = null;
      return;
    default:
      return unknown(record);
  }
};

/** Unknown records are refused, not skipped: they come from a newer version. */
const unknown = (record: never): never => {
  throw new Error(
    `Expected a known record, found '${(record as { type?: string }).type ?? ''}'. Was the journal written by a newer version?`,
  );
};

const living = (state: InstanceState, key: Key): ElementInstance => {
  const instance = state.elements.get(key);
  if (!instance)
    throw new Error(
      `Expected element instance ${key} of process instance ${state.key} to be alive; a record is missing.`,
    );
  return instance;
};

const jobOf = (state: InstanceState, key: Key): NonNullable<ElementInstance['job']> => {
  const { job } = living(state, key);
  if (!job) throw new Error(`Expected element instance ${key} to have a job; a record is missing.`);
  return job;
};

const userTaskOf = (state: InstanceState, key: Key): NonNullable<ElementInstance['userTask']> => {
  const { userTask } = living(state, key);
  if (!userTask) throw new Error(`Expected element instance ${key} to have a user task; a record is missing.`);
  return userTask;
};

type Begin = Extract<JournalRecord, { type: 'element-activating' | 'element-activated' }>;

const begin = (state: InstanceState, record: Begin, atMs: number): void => {
  const existing = state.elements.get(record.key);
  if (existing) return move(existing, record.type);
  state.elements.set(record.key, {
    key: record.key,
    elementId: record.elementId,
    scopeKey: record.scopeKey,
    state: lifecycle[record.type].to,
    startMs: atMs,
    children: 0,
    variables: null,
    parked: null,
    job: null,
    userTask: null,
    waits: null,
    incident: null,
    calledInstanceKey: null,
    evaluationKey: null,
    trigger: null,
  });
  if (record.scopeKey !== null) living(state, record.scopeKey).children += 1;
};

const move = (instance: ElementInstance, type: LifecycleRecordType): void => {
  if (!isLegalTransition(instance.state, type)) {
    throw new Error(
      `Expected element instance ${instance.key} in ${lifecycle[type].from.join(' or ')} before '${type}', found ${instance.state}.`,
    );
  }
  instance.state = lifecycle[type].to;
};

const end = (state: InstanceState, key: Key, type: 'element-completed' | 'element-terminated'): void => {
  const instance = living(state, key);
  move(instance, type);
  state.elements.delete(key);
  if (instance.scopeKey !== null) living(state, instance.scopeKey).children -= 1;
};

const open = (instance: ElementInstance, wait: Wait): void => {
  instance.waits ??= new Map();
  instance.waits.set(wait.key, wait);
};

const close = (instance: ElementInstance, key: Key): void => {
  if (!instance.waits?.delete(key))
    throw new Error(`Expected ${key} to be open on element instance ${instance.key}; a record is missing.`);
  if (instance.waits.size === 0) instance.waits = null;
};

/** Counts tokens that wait at a join; whatever reaches zero is forgotten, so that nothing is left behind. */
const park = (scope: ElementInstance, elementId: string, flowId: string, change: number): void => {
  scope.parked ??= new Map();
  const flows = scope.parked.get(elementId) ?? new Map<string, number>();
  scope.parked.set(elementId, flows);
  const tokens = (flows.get(flowId) ?? 0) + change;
  if (tokens < 0) throw new Error(`Expected a token of ${flowId} at ${elementId} to consume; a record is missing.`);
  if (tokens > 0) flows.set(flowId, tokens);
  else flows.delete(flowId);
  if (flows.size === 0) scope.parked.delete(elementId);
  if (scope.parked.size === 0) scope.parked = null;
};
